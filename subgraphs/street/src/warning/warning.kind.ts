import { warningSignalKind } from '@onenx/node/kinds';

export const streetWarning = warningSignalKind('STREET');
