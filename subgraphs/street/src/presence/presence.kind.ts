import { presenceKind } from '@onenx/node/kinds';

export const streetPresence = presenceKind('STREET');
