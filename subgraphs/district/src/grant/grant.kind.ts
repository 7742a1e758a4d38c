import { grantKind } from '@onenx/node/kinds';

export const districtGrant = grantKind('DISTRICT');
