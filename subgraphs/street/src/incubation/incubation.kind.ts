import { incubationKind } from '@onenx/node/kinds';

export const streetIncubation = incubationKind('STREET');
