import { defineKind, incubationStatus, serviceField, type BasicMeasure, type KindDefinition } from '@onenx/schema';
import { endsAfter } from '../ends-after.js';
import { levelNames } from '../level-names.js';
import { measuresOver } from '../measures-over.js';
import { firstProblem } from '../not-more-than.js';
import { incubationRules } from './incubation-rules.js';
import { incubationWork } from './incubation-work.js';

const SOURCE = 'Changning consultative report (about 2014): 入壳、出壳; OneNX data model 5.3 (48)';

/** The stay of one organization, team or group at an incubation base. */
export function incubationKind(level: 'DISTRICT' | 'STREET'): KindDefinition {
  const { prefix, suffix, letter, zh } = levelNames[level];
  const name = `${prefix}Incubation`;
  const day = { type: 'date', optional: true } as const;
  return defineKind({
    name,
    plural: `${suffix}Incubations`,
    code: `${letter}INC`,
    zh: `${zh}入驻孵化`,
    en: `Incubation at a base of the ${suffix}`,
    level,
    interfaces: [],
    key: ['incubationNo'],
    fields: {
      incubationNo: { type: 'text', zh: '孵化编号', en: 'Incubation number', maxLength: 60 },
      baseNo: { type: 'text', zh: '基地编号', en: 'Base number', maxLength: 60 },
      organizationName: { type: 'text', zh: '入驻组织名称', en: 'Organization', maxLength: 200 },
      uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Credit code', optional: true },
      organizationId: { type: 'id', zh: '入驻团队或小组', en: 'Team or group', optional: true },
      serviceField: {
        type: serviceField,
        zh: '服务领域',
        en: 'Service field',
        optional: true,
        dimension: 'serviceField',
      },
      incubationStatus: { type: incubationStatus, zh: '孵化状态', en: 'Stage', dimension: 'incubationStatus' },
      admittedAt: { type: 'date', zh: '准予入驻日期', en: 'Admitted on' },
      startedAt: { ...day, zh: '入驻日期', en: 'Stays from' },
      stayUntil: { ...day, zh: '孵化期至', en: 'Stays until' },
      graduatedAt: { ...day, zh: '出壳日期', en: 'Graduated on' },
      exitReason: { type: 'text', zh: '退出原因', en: 'Why it left', optional: true, maxLength: 200 },
      endedAt: { ...day, zh: '离开日期', en: 'Left on' },
      survivalDueAt: { ...day, zh: '应回访日期', en: 'Survival looked at from' },
      survivalCheckedAt: { ...day, zh: '回访日期', en: 'Survival looked at on' },
      survives: { type: 'boolean', zh: '回访时存续', en: 'Lives on', optional: true },
    },
    validity: { from: 'admittedAt', to: 'endedAt' },
    check: firstProblem(endsAfter('admittedAt', 'startedAt'), endsAfter('admittedAt', 'endedAt')),
    noun: 'incubation',
    rules: incubationRules(level),
    workflow: incubationWork(level),
    measures: measuresOf(level, name),
  });
}

function measuresOf(level: 'DISTRICT' | 'STREET', name: string): BasicMeasure[] {
  const { suffix, zh } = levelNames[level];
  const { stock, flow } = measuresOver(name, level, SOURCE);
  const started = { field: 'startedAt', passed: true } as const;
  const words = (text: string, en: string) => [`${zh}${text}`, `${en} (${suffix})`, '家'] as const;
  return [
    stock(`incubating.${suffix}`, words('在孵组织数', 'Organizations incubating'), { where: started }),
    stock(`incubations.overstayed.${suffix}`, words('超期在孵组织数', 'Organizations incubating longer than agreed'), {
      where: { and: [started, { field: 'stayUntil', passed: true }] },
    }),
    flow(`incubations.admitted.${suffix}`, words('准予入驻组织数', 'Organizations admitted'), { on: 'admittedAt' }),
    flow(`graduated.${suffix}`, words('出壳组织数', 'Organizations graduated'), { on: 'graduatedAt' }),
    flow(`incubations.exited.${suffix}`, words('退出孵化组织数', 'Organizations that left'), {
      on: 'endedAt',
      where: { field: 'graduatedAt', isNull: true },
    }),
    flow(`incubations.survivalChecked.${suffix}`, words('回访的出壳组织数', 'Graduates looked at later'), {
      on: 'survivalCheckedAt',
    }),
    flow(`incubations.survived.${suffix}`, words('回访时存续的出壳组织数', 'Graduates found to live on'), {
      on: 'survivalCheckedAt',
      where: { field: 'survives', in: [true] },
    }),
  ];
}
