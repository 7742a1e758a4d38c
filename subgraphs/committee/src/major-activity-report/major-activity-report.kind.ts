import { majorActivityReportKind } from '@onenx/node/kinds';

export const committeeMajorActivityReport = majorActivityReportKind('COMMITTEE');
