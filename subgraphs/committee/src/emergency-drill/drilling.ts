import type { WorkflowDefinition } from '@onenx/schema';

const source = 'Changning implementation opinion (2021): 演练';
const by = ['COMMITTEE_WORKER'] as const;

/** A drill is planned, then held or cancelled. */
export const drilling: WorkflowDefinition = {
  field: 'drillStatus',
  initial: 'PLANNED',
  managed: ['participants'],
  actions: {
    holdEmergencyDrill: {
      zh: '开展演练',
      en: 'Hold the drill',
      from: ['PLANNED'],
      to: 'HELD',
      by,
      takes: { heldAt: 'optional', participants: 'required' },
      stamps: ['heldAt', 'closedAt'],
      source,
    },
    cancelEmergencyDrill: {
      zh: '取消演练',
      en: 'Cancel the drill',
      from: ['PLANNED'],
      to: 'CANCELLED',
      by,
      stamps: ['closedAt'],
      source,
    },
  },
};
