import { incubationBaseKind } from '@onenx/node/kinds';

export const streetIncubationBase = incubationBaseKind('STREET');
