import { contractKind } from '@onenx/node/kinds';

export const streetContract = contractKind('STREET');
