import { performanceKind } from '@onenx/node/kinds';

export const streetPerformance = performanceKind('STREET');
