import { defineVocabulary } from '@onenx/schema';

/** What the value of a legal parameter is counted in. */
export const parameterUnit = defineVocabulary(
  'ParameterUnit',
  { zh: '法定参数单位', en: 'Unit of a legal parameter', source: 'OneNX' },
  {
    days: ['日', 'Days'],
    workingDays: ['工作日', 'Working days'],
    months: ['月', 'Months'],
    years: ['年', 'Years'],
    persons: ['人', 'Persons'],
    count: ['个', 'Count'],
    fen: ['分', 'Fen (1/100 yuan)'],
    percent: ['百分比', 'Percent'],
    ratio: ['比率', 'Ratio'],
    monthDay: ['月日', 'Month and day (531 is 31 May)'],
  },
);
