import { observationKind, type ObservedMeasure } from '@onenx/node/kinds';

const S0 = 'Changning consultative report (about 2014)';
const S1 = 'Jizhou case (2014)';

/** A flow of one number. */
function tallied(name: string, zh: string, [en, unit, source]: readonly [string, string, string]): ObservedMeasure {
  return { observed: name, timing: { flow: true }, numerator: { name, zh, en, unit }, source, sensitive: true };
}

/** The figures that only a residents' committee counts. */
const observed: readonly ObservedMeasure[] = [
  {
    observed: 'volunteers',
    timing: { stock: true, maxAgeDays: 400 },
    numerator: { name: 'volunteers.registered', zh: '注册志愿者人数', en: 'Registered volunteers', unit: '人' },
    denominator: { name: 'population.resident', zh: '常住人口', en: 'Residents', unit: '人' },
    share: true,
    source: S0,
  },
  {
    observed: 'disputes',
    timing: { flow: true },
    numerator: { name: 'disputes.resolved', zh: '社区矛盾纠纷化解数', en: 'Community disputes resolved', unit: '件' },
    denominator: { name: 'disputes.accepted', zh: '社区矛盾纠纷受理数', en: 'Community disputes accepted', unit: '件' },
    share: true,
    sensitive: true,
    source: 'OneNX data model 5.3 (49)',
  },
  {
    observed: 'needs.open',
    timing: { stock: true, maxAgeDays: 100 },
    numerator: { name: 'needs.open', zh: '未回应需求数', en: 'Open needs', unit: '条' },
    source: 'OneNX data model 5.3 (30)',
  },
  {
    observed: 'grids',
    timing: { stock: true, maxAgeDays: 800 },
    numerator: { name: 'grids', zh: '网格数', en: 'Grids', unit: '个' },
    source: 'OneNX data model 5.3 (55)',
  },
  {
    observed: 'consensusHouseholds',
    timing: { stock: true, maxAgeDays: 800 },
    numerator: { name: 'consensus.households', zh: '达成共识的户数', en: 'Households in consensus', unit: '户' },
    source: S0,
  },
  {
    observed: 'serviceCircle',
    timing: { stock: true, maxAgeDays: 800 },
    numerator: {
      name: 'serviceCircle.reached',
      zh: '十分钟社区服务圈内楼栋数',
      en: 'Buildings within ten minutes of a service site',
      unit: '幢',
    },
    denominator: { name: 'serviceCircle.buildings', zh: '楼栋数', en: 'Buildings', unit: '幢' },
    share: true,
    source: 'Ningbo and other cases (2013–2019)',
  },
  tallied('volunteers.active', '参加志愿服务人次', [
    'Volunteers who served (person-times)',
    '人次',
    'OneNX data model 5.3 (44)',
  ]),
  tallied('volunteers.hours', '志愿服务时长', ['Hours volunteered', '小时', 'OneNX data model 5.3 (44)']),
  tallied('eldersServed.homeCare', '居家养老服务人次', ['Home care of elders (person-times)', '人次', S0]),
  tallied('eldersServed.dayCare', '日间照料和托老人次', ['Day care of elders (person-times)', '人次', S0]),
  tallied('eldersServed.meals', '为老送餐人次', ['Meals brought to elders (person-times)', '人次', S1]),
  tallied('eldersServed.paired', '结对包护人次', ['Elders looked after in pairs (person-times)', '人次', S1]),
  tallied('childrenServed.afterSchool', '四点半课堂服务人次', ['After-school classes (person-times)', '人次', S1]),
  tallied('childrenServed.leftBehind', '留守儿童之家服务人次', [
    'Home of children left behind (person-times)',
    '人次',
    S1,
  ]),
  tallied('childrenServed.street', '流浪儿童援助人次', ['Aid to street children (person-times)', '人次', S1]),
  tallied('socialWork.cases', '社区社会工作室个案数', [
    'Cases of social work rooms',
    '个',
    'Ningbo and other cases (2013–2019)',
  ]),
  tallied('charityShops.beneficiaries', '慈善超市受益人次', ['Served by charity shops (person-times)', '人次', S0]),
];

export const committeeObservation = observationKind('COMMITTEE', observed);
