import type { Day, RecordValues } from '@onenx/schema';
import { isCurrent } from './vital-rule.js';

/** Whether an organization is in the register on a day: one in preparation and one that has left it have no vital signs. */
export function isRegistered(organization: RecordValues, today: Day): boolean {
  const counts = organization['state'] !== 'DRAFT' && organization['state'] !== 'WITHDRAWN';
  return counts && isCurrent(organization, { from: 'registeredAt', to: 'closedAt' }, today);
}
