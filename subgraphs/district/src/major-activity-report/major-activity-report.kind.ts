import { majorActivityReportKind } from '@onenx/node/kinds';

export const districtMajorActivityReport = majorActivityReportKind('DISTRICT');
