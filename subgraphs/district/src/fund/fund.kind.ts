import { fundKind } from '@onenx/node/kinds';

export const districtFund = fundKind('DISTRICT');
