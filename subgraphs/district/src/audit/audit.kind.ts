import { auditKind } from '@onenx/node/kinds';

export const districtAudit = auditKind('DISTRICT');
