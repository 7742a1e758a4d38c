import { visitKind } from '@onenx/node/kinds';

export const streetVisit = visitKind('STREET');
