import { grantKind } from '@onenx/node/kinds';

export const streetGrant = grantKind('STREET');
