import { serviceOfferingKind } from '@onenx/node/kinds';

export const districtServiceOffering = serviceOfferingKind('DISTRICT');
