import { observationKind, type ObservedMeasure } from '@onenx/node/kinds';
import { S0, S1, S4 } from '../sources.js';

const CALLS = `${S1}; ${S4}`;
const yearly = { stock: true, maxAgeDays: 400 } as const;

/** A stock that is observed once a year, of one number. */
function counted(name: string, zh: string, [en, unit]: readonly [string, string]): ObservedMeasure {
  return { observed: name, timing: yearly, numerator: { name, zh, en, unit }, source: S0 };
}

/** Calls to the elders' line of one of its five kinds. */
function calls(kind: string, zh: string, en: string): ObservedMeasure {
  const name = `calls.${kind}`;
  const numerator = { name, zh: `为老服务热线来电数(${zh})`, en: `Calls to the elders' line: ${en}`, unit: '次' };
  return { observed: name, timing: { flow: true }, numerator, source: CALLS };
}

/** The figures that only the district counts. */
const observed: readonly ObservedMeasure[] = [
  {
    observed: 'medicalDisputes',
    timing: { flow: true },
    numerator: { name: 'medicalDisputes.resolved', zh: '医患纠纷化解数', en: 'Medical disputes resolved', unit: '件' },
    denominator: {
      name: 'medicalDisputes.accepted',
      zh: '医患纠纷受理数',
      en: 'Medical disputes accepted',
      unit: '件',
    },
    share: true,
    sensitive: true,
    source: S0,
  },
  {
    observed: 'nursingBeds',
    timing: yearly,
    numerator: { name: 'nursingBeds.private', zh: '社会办老年护理床位', en: 'Private nursing beds', unit: '张' },
    denominator: { name: 'nursingBeds.total', zh: '老年护理床位', en: 'Nursing beds', unit: '张' },
    share: true,
    source: S0,
  },
  {
    observed: 'officeBuildings',
    timing: yearly,
    numerator: {
      name: 'officeBuildings.served',
      zh: '服务覆盖的重点楼宇',
      en: 'Key office buildings served',
      unit: '幢',
    },
    denominator: { name: 'officeBuildings.total', zh: '重点楼宇', en: 'Key office buildings', unit: '幢' },
    share: true,
    source: S0,
  },
  counted('careBeds.public', '公办养老床位', ['Care beds, public', '张']),
  counted('careBeds.publicPrivateRun', '公办民营养老床位', ['Care beds, publicly owned and privately run', '张']),
  counted('careBeds.social', '社会办养老床位', ['Care beds, social', '张']),
  counted('careHomes.public', '公办养老机构', ['Care homes, public', '家']),
  counted('careHomes.publicPrivateRun', '公办民营养老机构', ['Care homes, publicly owned and privately run', '家']),
  counted('careHomes.social', '社会办养老机构', ['Care homes, social', '家']),
  counted('units.mobilised', '发动参与的单位', ['Units mobilised', '家']),
  counted('volunteerBrigades', '义工大队', ['Volunteer brigades', '个']),
  counted('aid.persons', '结对帮扶困难群众(人)', ['Persons aided', '人']),
  counted('aid.households', '结对帮扶困难群众(户)', ['Households aided', '户']),
  counted('rehab.jobsHelped', '禁毒妈妈工作室帮助就业(人次)', ['Helped to work (person-times)', '人次']),
  counted('rehab.succeeded', '禁毒妈妈工作室戒断成功(人)', ['Succeeded (persons)', '人']),
  counted('talents.named', '入选人才的社会组织负责人', ['Leaders named as talents', '名']),
  {
    observed: 'socialWorkers.employed',
    timing: yearly,
    numerator: {
      name: 'socialWorkers.employed',
      zh: '社会工作者数',
      en: 'Social workers, certified or not',
      unit: '人',
    },
    sensitive: true,
    source: S4,
  },
  {
    observed: 'elderDevices',
    timing: yearly,
    numerator: { name: 'elders.withDevice', zh: '有呼叫终端的老人数', en: 'Elders with a call device', unit: '人' },
    denominator: { name: 'elders.total', zh: '老年人数', en: 'Elders', unit: '人' },
    share: true,
    sensitive: true,
    source: CALLS,
  },
  calls('emergency', '紧急救助', 'emergency'),
  calls('dailyCare', '日常照料', 'daily care'),
  calls('housekeeping', '家政服务', 'housekeeping'),
  calls('comfort', '精神慰藉', 'comfort'),
  calls('health', '健康服务', 'health'),
];

export const districtObservation = observationKind('DISTRICT', observed);
