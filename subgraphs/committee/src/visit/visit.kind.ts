import { visitKind } from '@onenx/node/kinds';

export const committeeVisit = visitKind('COMMITTEE');
