import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, targetStatus, workProgramme } from '@onenx/schema';
import { S3 } from '../sources.js';

const { stock, flow } = measuresOver('Target', 'DISTRICT', `OneNX data model 5.3 (58); ${S3}`);
const by = ['DISTRICT_SUPERVISOR'] as const;

/** A figure that a place has to reach by a day. Its place is the scope; one that is no longer in force ends at `validTo`. */
export const target = defineKind({
  name: 'Target',
  plural: 'targets',
  code: 'TGT',
  zh: '数量目标',
  en: 'Target',
  level: 'DISTRICT',
  interfaces: [],
  key: ['targetNo'],
  fields: {
    targetNo: { type: 'text', zh: '目标编号', en: 'Target number', maxLength: 60 },
    title: { type: 'text', zh: '目标名称', en: 'Title', maxLength: 200 },
    indicator: {
      type: 'text',
      zh: '指标名称(指标目录中的名称)',
      en: 'Measure, by its name in the catalogue',
      maxLength: 100,
      dimension: 'indicator',
    },
    targetStatus: { type: targetStatus, zh: '目标状态', en: 'Status', dimension: 'targetStatus' },
    workProgramme: {
      type: workProgramme,
      zh: '所属计划(四项计划)',
      en: 'Programme of work',
      optional: true,
      dimension: 'workProgramme',
    },
    value: { type: 'number', zh: '目标值', en: 'Value to reach' },
    atMost: { type: 'boolean', zh: '越低越好', en: 'Reached by being no more than the value', optional: true },
    policyNo: { type: 'text', zh: '依据文件文号', en: 'Document that sets it', optional: true, maxLength: 100 },
    validFrom: { type: 'date', zh: '生效日期', en: 'In force from' },
    dueAt: { type: 'date', zh: '应达成日期', en: 'To be reached by' },
    validTo: { type: 'date', zh: '失效日期', en: 'No longer in force from', optional: true },
    actual: { type: 'number', zh: '实际值', en: 'Actual value when assessed', optional: true },
    gap: { type: 'number', zh: '差距(为零即达标)', en: 'What was missing when assessed; 0: reached', optional: true },
    reached: { type: 'boolean', zh: '已达标', en: 'Reached', optional: true },
    assessedAt: { type: 'date', zh: '考核日期', en: 'Assessed on', optional: true },
  },
  validity: { from: 'validFrom', to: 'validTo' },
  check: endsAfter('validFrom', 'validTo'),
  noun: 'target',
  workflow: {
    field: 'targetStatus',
    initial: 'SET',
    managed: ['actual', 'gap', 'reached'],
    actions: {
      assessTarget: {
        zh: '考核目标',
        en: 'Assess what was reached',
        from: ['SET', 'ASSESSED'],
        to: 'ASSESSED',
        by,
        takes: { actual: 'required', assessedAt: 'optional' },
        stamps: ['assessedAt'],
        sets: ({ after }) => {
          const missing = Number(after['value']) - Number(after['actual']);
          const gap = Math.max(0, after['atMost'] === true ? -missing : missing);
          return { gap, reached: gap === 0 };
        },
        source: S3,
      },
      endTarget: {
        zh: '终止目标',
        en: 'End the target',
        from: ['SET', 'ASSESSED'],
        to: 'ENDED',
        by,
        takes: { validTo: 'required' },
        source: S3,
      },
    },
  },
  measures: [
    stock('targets.inForce', ['在期目标数', 'Targets in force', '个']),
    stock('targets.assessed', ['在期且已考核的目标数', 'Targets in force and assessed', '个'], {
      where: { field: 'reached', isNull: false },
    }),
    stock('targets.reached', ['在期且已达标的目标数', 'Targets in force and reached', '个'], {
      where: { field: 'reached', in: [true] },
    }),
    stock('targets.overdue', ['过期未达标的目标数', 'Targets past their day and not reached', '个'], {
      where: { and: [{ field: 'dueAt', passed: true }, { not: { field: 'reached', in: [true] } }] },
    }),
    flow('targets.expired', ['期内失效的目标数', 'Targets that ceased to be in force in the period', '个'], {
      on: 'validTo',
    }),
    stock('target.value', ['目标值(按指标分列)', 'Value to reach (ask by indicator)', '数'], { field: 'value' }),
    stock('target.actual', ['目标实际值(按指标分列)', 'Actual value (ask by indicator)', '数'], { field: 'actual' }),
    stock('target.gap', ['目标差距(按指标分列)', 'What is missing (ask by indicator)', '数'], { field: 'gap' }),
  ],
});
