import { endsAfter } from '@onenx/node/kinds';
import { defineKind, projectCategory, projectStage, serviceField } from '@onenx/schema';

/** A residents' self-governance project of a committee (居民自治项目). Money is in integer fen. */
export const selfGovernanceProject = defineKind({
  name: 'SelfGovernanceProject',
  plural: 'selfGovernanceProjects',
  code: 'CP',
  zh: '居民自治项目',
  en: 'Self-governance project',
  level: 'COMMITTEE',
  interfaces: ['Project'],
  key: ['projectNo'],
  fields: {
    projectNo: { type: 'text', zh: '项目编号', en: 'Project number', maxLength: 60 },
    title: { type: 'text', zh: '项目名称', en: 'Title', maxLength: 200 },
    projectCategory: { type: projectCategory, zh: '项目类别', en: 'Category', dimension: 'projectCategory' },
    stage: { type: projectStage, zh: '项目阶段', en: 'Stage', dimension: 'stage' },
    serviceField: {
      type: serviceField,
      zh: '服务领域',
      en: 'Service field',
      optional: true,
      dimension: 'serviceField',
    },
    budget: { type: 'fen', zh: '经费(分)', en: 'Budget (fen)', optional: true, min: 0 },
    startedAt: { type: 'date', zh: '开始日期', en: 'Started on' },
    endedAt: { type: 'date', zh: '结束日期', en: 'Ended on', optional: true },
  },
  validity: { from: 'startedAt', to: 'endedAt' },
  check: endsAfter('startedAt', 'endedAt'),
  measures: [
    {
      name: 'projects.running.committee',
      zh: '在建居民自治项目数',
      en: 'Self-governance projects running',
      kind: 'STOCK',
      unit: '个',
      formula: 'count of SelfGovernanceProject from startedAt until endedAt',
      source: 'Changning implementation opinion (2021)',
      ownerLevel: 'COMMITTEE',
      basis: { kind: 'SelfGovernanceProject', op: 'sum', timing: { stock: true } },
    },
  ],
});
