import { observationKind, type ObservedMeasure } from '@onenx/node/kinds';

const S0 = 'Changning consultative report (about 2014)';
const S1 = 'Jizhou case (2014)';

/** A flow of one number; it counts people or what happened to them. */
function tallied(name: string, zh: string, [en, unit, source]: readonly [string, string, string]): ObservedMeasure {
  return { observed: name, timing: { flow: true }, numerator: { name, zh, en, unit }, source, sensitive: true };
}

/** Cases of one of the four talks: how many, never whose. */
function counselling(kind: string, zh: string, en: string): ObservedMeasure {
  return tallied(`counselling.${kind}`, `${zh}工作室个案数`, [`Counselling cases: ${en}`, '件', `${S1}: “四语”工作室`]);
}

/** The figures that only a street or town counts. */
const observed: readonly ObservedMeasure[] = [
  {
    observed: 'warnings.open',
    timing: { stock: true, maxAgeDays: 100 },
    numerator: { name: 'warnings.open', zh: '未关闭预警数', en: 'Open warnings', unit: '条' },
    sensitive: true,
    source: 'OneNX data model 5.3 (24)',
  },
  {
    observed: 'serviceCases',
    timing: { flow: true },
    numerator: {
      name: 'serviceCases.onTime',
      zh: '一口受理按时办结数',
      en: 'One-window cases done on time',
      unit: '件',
    },
    denominator: { name: 'serviceCases.accepted', zh: '一口受理件数', en: 'One-window cases accepted', unit: '件' },
    share: true,
    source: 'OneNX data model 5.3 (52)',
  },
  counselling('family', '家庭心语', 'families'),
  counselling('elders', '夕语', 'elders'),
  counselling('youth', '青语', 'youth'),
  counselling('women', '她语', 'women'),
  tallied('careActions.persons', '困难群众关爱人次', ['People in hardship cared for (person-times)', '人次', S0]),
  tallied('careActions.households', '困难群众关爱户次', [
    'Households in hardship cared for (household-times)',
    '户次',
    S0,
  ]),
  tallied('streetServices.elders', '街镇为老服务人次', [
    'Elders served by centres of the street (person-times)',
    '人次',
    `${S0}; ${S1}`,
  ]),
  tallied('streetServices.children', '街镇四点半课堂等未成年人服务人次', [
    'Children served by centres of the street (person-times)',
    '人次',
    S1,
  ]),
  tallied('safetyEvents', '群防群治处置事件数', ['Events that joint defence dealt with', '件', `${S0}; ${S1}: 大联动`]),
];

export const streetObservation = observationKind('STREET', observed);
