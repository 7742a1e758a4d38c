import { incubationBaseKind } from '@onenx/node/kinds';

export const districtIncubationBase = incubationBaseKind('DISTRICT');
