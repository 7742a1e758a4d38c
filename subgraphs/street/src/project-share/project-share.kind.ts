import { projectShareKind } from '@onenx/node/kinds';

export const streetProjectShare = projectShareKind('STREET');
