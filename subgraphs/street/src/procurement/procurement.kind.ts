import { procurementKind } from '@onenx/node/kinds';

export const streetProcurement = procurementKind('STREET');
