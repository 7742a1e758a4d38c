import { lifeStatus, type FieldDefinition, type Role, type WorkflowDefinition } from '@onenx/schema';

interface Ending {
  /** The mutation's name. */
  readonly action: string;
  readonly zh: string;
  readonly en: string;
  readonly by: readonly Role[];
  readonly source: string;
}

/** The work on a record that is in force from its first day until somebody ends it: `status` and `endedAt`. */
export function endingBy({ action, ...text }: Ending): WorkflowDefinition {
  return {
    field: 'status',
    initial: 'ACTIVE',
    actions: { [action]: { ...text, from: ['ACTIVE'], to: 'ENDED', stamps: ['endedAt'] } },
  };
}

/** The fields that `endingBy` works on. */
export const endingFields: Readonly<Record<'status' | 'endedAt', FieldDefinition>> = {
  status: { type: lifeStatus, zh: '状态', en: 'Status', dimension: 'lifeStatus' },
  endedAt: { type: 'date', zh: '终止日期', en: 'Ended on', optional: true },
};
