import { notLater } from '@onenx/node/kinds';
import { addDays, type RuleInput, type WorkflowDefinition } from '@onenx/schema';

const source = 'OneNX standards 3.4: public revenue is published quarterly (Shanghai)';
const by = ['COMMITTEE_WORKER'] as const;

function publishBy(input: RuleInput): string {
  return addDays(String(input.after['quarterTo']), input.parameter('fundsDisclosure.due.days'));
}

/** A quarter's figures are due, then published; what was published is changed by a correction that says why. */
export const publishing: WorkflowDefinition = {
  field: 'disclosureStatus',
  initial: 'DUE',
  managed: ['income', 'expense', 'publishBy', 'correctionNote'],
  actions: {
    publishFundsDisclosure: {
      zh: '公示公共收益',
      en: 'Publish the figures',
      from: ['DUE'],
      to: 'PUBLISHED',
      by,
      takes: { income: 'required', expense: 'required', publishedAt: 'optional' },
      stamps: ['publishedAt'],
      sets: (input) => ({ publishBy: publishBy(input) }),
      rules: [
        notLater('publishedAt', publishBy, {
          code: 'FUNDS_DISCLOSED_IN_TIME',
          zh: '公共收益应按季度及时公示',
          en: 'Common income and expense are published soon after each quarter',
          source,
          unconfirmed: true,
          severity: 'WARNING',
        }),
      ],
      source,
    },
    correctFundsDisclosure: {
      zh: '更正公示',
      en: 'Correct what was published',
      from: ['PUBLISHED'],
      by,
      takes: { income: 'required', expense: 'required', correctionNote: 'required' },
      source,
    },
    withdrawFundsDisclosure: {
      zh: '撤回公示',
      en: 'Withdraw the disclosure: the estate has nothing to disclose',
      from: ['DUE', 'PUBLISHED'],
      to: 'WITHDRAWN',
      by,
      takes: { correctionNote: 'required' },
      stamps: ['withdrawnAt'],
      source,
    },
  },
};
