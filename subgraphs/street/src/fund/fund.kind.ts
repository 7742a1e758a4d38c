import { fundKind } from '@onenx/node/kinds';

export const streetFund = fundKind('STREET');
