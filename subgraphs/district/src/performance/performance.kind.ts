import { performanceKind } from '@onenx/node/kinds';

export const districtPerformance = performanceKind('DISTRICT');
