import { contractKind } from '@onenx/node/kinds';

export const districtContract = contractKind('DISTRICT');
