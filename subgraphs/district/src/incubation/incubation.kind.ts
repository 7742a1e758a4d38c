import { incubationKind } from '@onenx/node/kinds';

export const districtIncubation = incubationKind('DISTRICT');
