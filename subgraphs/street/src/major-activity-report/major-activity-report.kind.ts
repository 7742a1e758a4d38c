import { majorActivityReportKind } from '@onenx/node/kinds';

export const streetMajorActivityReport = majorActivityReportKind('STREET');
