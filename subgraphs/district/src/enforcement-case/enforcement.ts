import type { Rule, WorkflowDefinition } from '@onenx/schema';
import { ASSOCIATIONS, S3, ZOMBIES } from '../sources.js';

const by = ['DISTRICT_SUPERVISOR'] as const;

/** What may become of a body: one that is not registered has no registration to end, one that is cannot be 取缔. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  ILLEGAL: ['BANNED', 'DISPERSED', 'GUIDED_TO_REGISTER', 'UNFOUNDED'],
  ZOMBIE: ['DEREGISTERED', 'REVOKED', 'RECTIFIED', 'UNFOUNDED'],
  VIOLATION: ['DEREGISTERED', 'REVOKED', 'RECTIFIED', 'UNFOUNDED'],
};

const outcomeOfKind: Rule = {
  code: 'CASE_OUTCOME',
  zh: '处置结果应与案件种类相符:取缔只适用于未登记的组织',
  en: 'The outcome is one of this kind of case: only an unregistered body is banned',
  source: `${ASSOCIATIONS} §29, §32; ${ZOMBIES}`,
  check: ({ after }) => {
    const possible = OUTCOMES[String(after['caseKind'])] ?? [];
    const found = String(after['outcome']);
    return possible.includes(found) ? null : { field: 'outcome', found, expected: possible.join(', ') };
  },
};

/** Found, investigated, decided, closed. */
export const enforcement: WorkflowDefinition = {
  field: 'caseStatus',
  initial: 'FOUND',
  managed: ['outcome', 'basis'],
  actions: {
    investigateCase: {
      zh: '立案调查',
      en: 'Open an investigation',
      from: ['FOUND'],
      to: 'INVESTIGATING',
      by,
      takes: { investigatedAt: 'optional' },
      stamps: ['investigatedAt'],
      source: S3,
    },
    decideCase: {
      zh: '作出处置决定',
      en: 'Decide',
      from: ['INVESTIGATING'],
      to: 'DECIDED',
      by,
      takes: { outcome: 'required', basis: 'required', decidedAt: 'optional' },
      stamps: ['decidedAt'],
      rules: [outcomeOfKind],
      source: `${ASSOCIATIONS} §32; ${ZOMBIES}`,
    },
    closeCase: {
      zh: '结案',
      en: 'Close the case',
      from: ['DECIDED'],
      to: 'CLOSED',
      by,
      stamps: ['closedAt'],
      source: S3,
    },
  },
};
