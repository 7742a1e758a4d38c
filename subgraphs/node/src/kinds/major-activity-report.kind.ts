import {
  committeeMajorActivityStatus,
  defineKind,
  majorActivityKind,
  majorActivityStatus,
  type FieldDefinition,
  type KindDefinition,
  type Level,
} from '@onenx/schema';
import { endsAfter } from './ends-after.js';
import { levelNames } from './level-names.js';
import { majorActivityReporting } from './major-activity-reporting.js';
import { measuresOver } from './measures-over.js';

const SOURCE = '上海市社会组织重大事项报告办法(试行); OneNX data model 5.3 (26)';

/** A report of a major activity before it happens: at the level that is told first, then looked at by those above. */
export function majorActivityReportKind(level: Level): KindDefinition {
  const { prefix, suffix, letter, zh } = levelNames[level];
  const name = `${prefix}MajorActivityReport`;
  const measure = measuresOver(name, level, SOURCE);
  return defineKind({
    name,
    plural: `${suffix}MajorActivityReports`,
    code: `${letter}MAJ`,
    zh: `${zh}重大活动报告`,
    en: `Major-activity report to the ${suffix}`,
    level,
    interfaces: [],
    key: ['reportNo'],
    fields: {
      reportNo: { type: 'text', zh: '报告编号', en: 'Report number', maxLength: 60 },
      title: { type: 'text', zh: '活动名称', en: 'Title', maxLength: 200 },
      activityKind: { type: majorActivityKind, zh: '事项类别', en: 'Sort of activity', dimension: 'majorActivityKind' },
      organizerUscc: {
        type: 'creditCode',
        zh: '主办方统一社会信用代码',
        en: "Organizer's credit code",
        optional: true,
      },
      organizerId: { type: 'id', zh: '主办团队或小组', en: 'Team or group that organizes', optional: true },
      participants: { type: 'integer', zh: '预计人数', en: 'People expected', optional: true, min: 0 },
      draftedAt: { type: 'date', zh: '起草日期', en: 'Drafted on' },
      plannedAt: { type: 'date', zh: '计划举办日期', en: 'Planned for' },
      reportStatus: statusOf(level),
      reportBy: { type: 'date', zh: '最迟报告日期', en: 'To be reported by', optional: true },
      reportedAt: { type: 'date', zh: '报告日期', en: 'Reported on', optional: true },
      opinion: { type: 'text', zh: '审核意见', en: 'Opinion of who looked at it', optional: true, maxLength: 500 },
      acceptedAt: { type: 'date', zh: '备查日期', en: 'Accepted on', optional: true },
      endedAt: { type: 'date', zh: '结束日期', en: 'Ended on', optional: true },
    },
    validity: { from: 'draftedAt', to: 'endedAt' },
    check: endsAfter('draftedAt', 'endedAt'),
    workflow: majorActivityReporting(level),
    measures: [
      measure.flow(
        `majorReports.${suffix}`,
        [`${zh}重大活动报告数`, `Major activities reported to the ${suffix}`, '件'],
        {
          on: 'reportedAt',
        },
      ),
      measure.flow(
        `majorReports.inTime.${suffix}`,
        [`${zh}按期报告的重大活动数`, `Major activities reported to the ${suffix} in time`, '件'],
        { on: 'reportedAt', where: { field: 'reportedAt', notAfter: 'reportBy' } },
      ),
    ],
  });
}

function statusOf(level: Level): FieldDefinition {
  const text = { zh: '报告状态', en: 'Status' };
  return level === 'COMMITTEE'
    ? { ...text, type: committeeMajorActivityStatus, dimension: 'committeeMajorActivityStatus' }
    : { ...text, type: majorActivityStatus, dimension: 'majorActivityStatus' };
}
