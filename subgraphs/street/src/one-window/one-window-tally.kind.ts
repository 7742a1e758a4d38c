import { endsAfter, firstProblem, measuresOver, notMoreThan, refersTo } from '@onenx/node/kinds';
import { defineKind } from '@onenx/schema';
import { wholeMonth } from './whole-month.js';

const SOURCE = 'Jizhou case (2014): 一口受理; OneNX data model 5.3 (52)';
const { flow } = measuresOver('OneWindowTally', 'STREET', SOURCE);
const count = { type: 'integer', min: 0 } as const;
const on = 'periodTo';

/** What a street's one window did in one matter in one month: numbers alone, nobody who came. */
export const oneWindowTally = defineKind({
  name: 'OneWindowTally',
  plural: 'oneWindowTallies',
  code: 'OWTL',
  zh: '一口受理月报',
  en: 'Monthly tally of the one window',
  level: 'STREET',
  interfaces: [],
  key: ['place', 'itemNo', 'periodFrom'],
  fields: {
    itemNo: { type: 'text', zh: '事项编号', en: 'Item number', maxLength: 60 },
    periodFrom: { type: 'date', zh: '月份起始日期', en: 'First day of the month' },
    periodTo: { type: 'date', zh: '月份截止日期', en: 'Last day of the month' },
    accepted: { ...count, zh: '受理件数', en: 'Accepted' },
    done: { ...count, zh: '办结件数(含此前受理)', en: 'Done, those accepted before included' },
    onTime: { ...count, zh: '其中按时办结件数', en: 'Of those done, on time' },
  },
  validity: { from: 'periodFrom', to: 'periodTo' },
  check: firstProblem(endsAfter('periodFrom', 'periodTo'), notMoreThan('done', ['onTime'])),
  noun: 'tally',
  rules: [
    wholeMonth,
    refersTo(
      { field: 'itemNo', kind: 'OneWindowItem', theirs: 'itemNo' },
      {
        code: 'ONE_WINDOW_ITEM',
        zh: '月报的事项应在一口受理事项清单内',
        en: 'A tally is of a matter on the list of the one window',
        source: SOURCE,
      },
    ),
  ],
  measures: [
    flow('oneWindow.accepted', ['一口受理件数(按事项月报)', 'Accepted at the one window, by item and month', '件'], {
      on,
      field: 'accepted',
    }),
    flow('oneWindow.done', ['一口受理办结件数(按事项月报)', 'Done at the one window, by item and month', '件'], {
      on,
      field: 'done',
    }),
    flow('oneWindow.onTime', ['一口受理按时办结件数(按事项月报)', 'Done on time, by item and month', '件'], {
      on,
      field: 'onTime',
    }),
  ],
});
