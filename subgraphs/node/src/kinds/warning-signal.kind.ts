import {
  defineKind,
  warningLevel,
  warningSeverity,
  warningStatus,
  type BasicMeasure,
  type KindDefinition,
  type Level,
} from '@onenx/schema';
import { endsAfter } from './ends-after.js';
import { levelNames } from './level-names.js';
import { measuresOver } from './measures-over.js';
import { warningWork } from './warning-work.js';

/** The officers of the level and of those above: a warning that was escalated is worked on where it was raised. */
const OFFICERS = {
  DISTRICT: ['DISTRICT_SUPERVISOR'],
  STREET: ['STREET_OFFICER', 'DISTRICT_SUPERVISOR'],
  COMMITTEE: ['COMMITTEE_WORKER', 'STREET_OFFICER', 'DISTRICT_SUPERVISOR'],
} as const;

/** A warning of the three-level network, kept in the node of the level that raised it. */
export function warningSignalKind(level: Level): KindDefinition {
  const { prefix, suffix, letter, zh } = levelNames[level];
  const name = `${prefix}Warning`;
  return defineKind({
    name,
    plural: `${suffix}Warnings`,
    code: `${letter}WRN`,
    zh: `${zh}预警`,
    en: `Warning raised at the ${suffix} level`,
    level,
    interfaces: [],
    key: ['warningNo'],
    fields: {
      warningNo: { type: 'text', zh: '预警编号', en: 'Warning number', maxLength: 60 },
      title: { type: 'text', zh: '预警事项', en: 'What it is about', maxLength: 200 },
      severity: { type: warningSeverity, zh: '预警级别', en: 'Severity', dimension: 'severity' },
      warningStatus: { type: warningStatus, zh: '预警状态', en: 'Status', dimension: 'warningStatus' },
      escalatedTo: {
        type: warningLevel,
        zh: '上报至',
        en: 'Escalated to (empty: not escalated)',
        optional: true,
        dimension: 'escalatedTo',
      },
      ruleCode: {
        type: 'text',
        zh: '触发规则代码',
        en: 'Code of the rule that raised it',
        optional: true,
        maxLength: 60,
      },
      subjectId: { type: 'id', zh: '预警对象', en: 'The record that it is about' },
      evidenceId: { type: 'id', zh: '依据记录', en: 'The record that it rests on', optional: true },
      evidenceIds: {
        type: 'text',
        zh: '全部依据记录(空格分隔)',
        en: 'All records that it rests on, by id, with spaces between',
        optional: true,
        maxLength: 2000,
      },
      raisedAt: { type: 'date', zh: '发出日期', en: 'Raised on' },
      respondBy: { type: 'date', zh: '应响应日期', en: 'To be taken up by', optional: true },
      handledAt: { type: 'date', zh: '响应日期', en: 'Taken up on', optional: true },
      responseDays: { type: 'integer', zh: '响应天数', en: 'Days until it was taken up', optional: true },
      escalatedAt: { type: 'date', zh: '最近上报日期', en: 'Last escalated on', optional: true },
      takenOverAt: { type: 'date', zh: '上级接手日期', en: 'Taken over above on', optional: true },
      disposal: { type: 'text', zh: '处置情况', en: 'What was done', optional: true, maxLength: 500 },
      disposedAt: { type: 'date', zh: '处置日期', en: 'Disposed on', optional: true },
      closedAt: { type: 'date', zh: '关闭日期', en: 'Closed on', optional: true },
    },
    validity: { from: 'raisedAt', to: 'closedAt' },
    check: endsAfter('raisedAt', 'closedAt'),
    noun: 'warning',
    savedBy: OFFICERS[level],
    workflow: warningWork(level, OFFICERS[level]),
    measures: measuresOf(level, name),
  });
}

function measuresOf(level: Level, kind: string): BasicMeasure[] {
  const { suffix, zh } = levelNames[level];
  const { stock, flow } = measuresOver(kind, level, 'OneNX data model 5.3 (24, 25)');
  return [
    stock(`warnings.openSignals.${suffix}`, [`${zh}未关闭预警数`, `Warnings of the ${suffix} level open`, '条']),
    flow(`warnings.raised.${suffix}`, [`${zh}发出预警数`, `Warnings raised at the ${suffix} level`, '条'], {
      on: 'raisedAt',
    }),
    flow(`warnings.escalatedCount.${suffix}`, [`${zh}发出并上报的预警数`, `Of them, escalated`, '条'], {
      on: 'raisedAt',
      where: { field: 'escalatedTo', isNull: false },
    }),
    flow(`warnings.handled.${suffix}`, [`${zh}已响应预警数`, `Warnings of the ${suffix} level taken up`, '条'], {
      on: 'handledAt',
    }),
    flow(`warnings.onTime.${suffix}`, [`${zh}按时响应预警数`, `Of those taken up, in time`, '条'], {
      on: 'handledAt',
      where: { field: 'handledAt', notAfter: 'respondBy' },
    }),
    flow(`warnings.responseDays.${suffix}`, [`${zh}预警响应天数合计`, `Days until warnings were taken up`, '天'], {
      on: 'handledAt',
      field: 'responseDays',
    }),
  ];
}
