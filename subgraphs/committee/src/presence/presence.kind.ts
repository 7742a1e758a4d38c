import { presenceKind } from '@onenx/node/kinds';

export const committeePresence = presenceKind('COMMITTEE');
