import { projectShareKind } from '@onenx/node/kinds';

export const districtProjectShare = projectShareKind('DISTRICT');
