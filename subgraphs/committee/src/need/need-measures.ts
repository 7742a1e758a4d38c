import { measuresOver } from '@onenx/node/kinds';
import type { Condition } from '@onenx/schema';

const measure = measuresOver('Need', 'COMMITTEE', 'OneNX data model 5.3 (30); Changning implementation opinion (2021)');
const unanswered: Condition = { not: { field: 'answeredAt', passed: true } };

/** `needs.open` is what a committee counts without a list; `needs.pending` is what its list says. */
export const needMeasures = [
  measure.flow('needs.raised', ['提出需求数', 'Needs raised', '条'], { on: 'raisedAt' }),
  measure.flow('needs.raisedByResidents', ['居民提出的需求数', 'Needs raised by residents', '条'], {
    on: 'raisedAt',
    where: { field: 'raisedVia', in: ['RESIDENT', 'MEETING'] },
  }),
  measure.flow('needs.matched', ['提出后已对接的需求数', 'Needs raised that were matched since', '条'], {
    on: 'raisedAt',
    where: { field: 'matchedAt', isNull: false },
  }),
  measure.flow('needs.claimed', ['认领需求数', 'Needs claimed', '条'], { on: 'claimedAt' }),
  measure.flow('needs.answered', ['回应需求数', 'Needs answered', '条'], { on: 'answeredAt' }),
  measure.flow('needs.answerDays', ['回应需求用时合计', 'Days until needs were answered, added up', '天'], {
    on: 'answeredAt',
    field: 'answerDays',
  }),
  measure.flow('needs.declined', ['未采纳需求数', 'Needs not taken up', '条'], {
    on: 'closedAt',
    where: { field: 'needStatus', in: ['DECLINED'] },
  }),
  measure.stock('needs.pending', ['清单上待回应需求数', 'Needs on the list not yet answered', '条'], {
    where: unanswered,
  }),
  measure.stock('needs.overdue', ['超期未回应需求数', 'Needs not answered in time', '条'], {
    where: { and: [unanswered, { field: 'answerBy', passed: true }] },
  }),
];
