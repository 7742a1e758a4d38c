import { warningSignalKind } from '@onenx/node/kinds';

export const districtWarning = warningSignalKind('DISTRICT');
