import { daysBetween, type ActionDefinition, type WorkflowDefinition } from '@onenx/schema';

/** What every way of closing a case has in common. */
const closing: Pick<ActionDefinition, 'from' | 'by' | 'takes' | 'stamps' | 'sets' | 'source'> = {
  from: ['ACCEPTED'],
  by: ['COMMITTEE_WORKER'],
  takes: { closedAt: 'optional' },
  stamps: ['closedAt'],
  sets: ({ after }) => ({ days: daysBetween(String(after['acceptedAt']), String(after['closedAt'])) }),
  source: '人民调解法; Changning implementation opinion (2021): 矛盾调处',
};

/** A case is resolved, transferred to who is competent, or closed without a settlement. */
export const mediation: WorkflowDefinition = {
  field: 'disputeStatus',
  initial: 'ACCEPTED',
  managed: ['days', 'transferredTo'],
  actions: {
    resolveDispute: { ...closing, zh: '化解', en: 'Resolve the dispute', to: 'RESOLVED' },
    transferDispute: {
      ...closing,
      zh: '转送',
      en: 'Transfer the dispute',
      to: 'TRANSFERRED',
      takes: { transferredTo: 'required', closedAt: 'optional' },
    },
    closeDispute: { ...closing, zh: '终止调解', en: 'Close the dispute unresolved', to: 'CLOSED' },
  },
};
