import { paymentKind } from '@onenx/node/kinds';

export const streetPayment = paymentKind('STREET');
