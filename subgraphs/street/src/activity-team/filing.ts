import { addMonths, type WorkflowDefinition } from '@onenx/schema';
import { filingOver, renewalRules } from './filing-rules.js';

const source = '沪民社管发〔2024〕1号';

/** The filing of a team at its street: it is renewed in time, cancelled, or ends when the team becomes an organization. */
export const filing: WorkflowDefinition = {
  field: 'status',
  initial: 'FILED',
  managed: ['transferId', 'endReason', 'promotedToUscc'],
  actions: {
    renewActivityTeamFiling: {
      zh: '续期备案',
      en: 'Renew the filing',
      from: ['FILED', 'EXPIRED'],
      to: 'FILED',
      by: ['STREET_OFFICER'],
      stamps: ['renewedAt'],
      sets: ({ today, parameter }) => ({
        filingValidTo: addMonths(today, parameter('team.filing.months')),
        endedAt: null,
      }),
      rules: renewalRules,
      source,
    },
    expireActivityTeamFiling: {
      zh: '备案到期',
      en: 'Record that the filing has expired',
      from: ['FILED'],
      to: 'EXPIRED',
      by: ['STREET_OFFICER'],
      stamps: ['endedAt'],
      rules: [filingOver],
      source,
    },
    cancelActivityTeamFiling: {
      zh: '取消备案',
      en: 'Cancel the filing',
      from: ['FILED'],
      to: 'CANCELLED',
      by: ['STREET_OFFICER'],
      takes: { endReason: 'required' },
      stamps: ['endedAt'],
      source,
    },
    promoteActivityTeam: {
      zh: '转为注册社会组织',
      en: 'Hand the team over to registration',
      from: ['FILED'],
      to: 'PROMOTED',
      by: ['STREET_OFFICER'],
      takes: { transferId: 'required', promotedToUscc: 'optional', endedAt: 'optional' },
      stamps: ['endedAt'],
      source: 'Changning implementation opinion (2021): three tiers',
    },
  },
};
