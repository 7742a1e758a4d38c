import { serviceOfferingKind } from '@onenx/node/kinds';

export const streetServiceOffering = serviceOfferingKind('STREET');
