import { observationKind, type ObservedMeasure } from '@onenx/node/kinds';

const S0 = 'Changning consultative report (about 2014)';

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
    source: 'model.md 5.3 (49)',
  },
  {
    observed: 'needs.open',
    timing: { stock: true, maxAgeDays: 100 },
    numerator: { name: 'needs.open', zh: '未回应需求数', en: 'Open needs', unit: '条' },
    source: 'model.md 5.3 (30)',
  },
  {
    observed: 'grids',
    timing: { stock: true, maxAgeDays: 800 },
    numerator: { name: 'grids', zh: '网格数', en: 'Grids', unit: '个' },
    source: 'model.md 5.3 (55)',
  },
  {
    observed: 'consensusHouseholds',
    timing: { stock: true, maxAgeDays: 800 },
    numerator: { name: 'consensus.households', zh: '达成共识的户数', en: 'Households in consensus', unit: '户' },
    source: S0,
  },
];

export const committeeObservation = observationKind('COMMITTEE', observed);
