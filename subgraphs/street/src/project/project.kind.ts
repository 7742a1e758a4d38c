import { purchasedProjectKind } from '@onenx/node/kinds';

export const streetProject = purchasedProjectKind('STREET');
