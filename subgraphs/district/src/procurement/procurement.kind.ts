import { procurementKind } from '@onenx/node/kinds';

export const districtProcurement = procurementKind('DISTRICT');
