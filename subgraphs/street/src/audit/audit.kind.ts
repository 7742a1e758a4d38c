import { auditKind } from '@onenx/node/kinds';

export const streetAudit = auditKind('STREET');
