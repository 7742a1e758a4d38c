import { purchasedProjectKind } from '@onenx/node/kinds';

export const districtProject = purchasedProjectKind('DISTRICT');
