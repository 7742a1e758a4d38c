import { observationKind, type ObservedMeasure } from '@onenx/node/kinds';

/** The figures that only a street or town counts. */
const observed: readonly ObservedMeasure[] = [
  {
    observed: 'warnings.open',
    timing: { stock: true, maxAgeDays: 100 },
    numerator: { name: 'warnings.open', zh: '未关闭预警数', en: 'Open warnings', unit: '条' },
    sensitive: true,
    source: 'model.md 5.3 (24)',
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
    source: 'model.md 5.3 (52)',
  },
];

export const streetObservation = observationKind('STREET', observed);
