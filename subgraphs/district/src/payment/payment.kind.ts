import { paymentKind } from '@onenx/node/kinds';

export const districtPayment = paymentKind('DISTRICT');
