import { warningSignalKind } from '@onenx/node/kinds';

export const committeeWarning = warningSignalKind('COMMITTEE');
