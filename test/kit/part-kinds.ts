import { observationKind } from '@onenx/node/kinds';
import { Catalogue, defineKind, defineVocabulary, type BasicMeasure, type Basis } from '@onenx/schema';

export const topic = defineVocabulary(
  'TestTopic',
  { zh: '主题', en: 'Topic', source: 'a test' },
  { ART: ['文', 'Art'], CARE: ['扶', 'Care'], SPORT: ['体', 'Sport'] },
);

const base = { kind: 'TestCase' } as const;
const stock = { timing: { stock: true } } as const;
const flow = { timing: { flow: 'signedAt' } } as const;

/** What a node can count, one measure a way of counting. */
export const BASES: Readonly<Record<string, Exclude<Basis, { op: 'observed' }>>> = {
  count: { ...base, op: 'sum', ...stock },
  members: { ...base, op: 'sum', field: 'members', ...stock },
  notArt: { ...base, op: 'sum', ...stock, where: { not: { field: 'topic', in: ['ART'] } } },
  begun: { ...base, op: 'sum', timing: { since: 'begunAt' }, where: { field: 'open', in: [true] } },
  keys: { ...base, op: 'distinct', field: 'uscc', ...stock },
  signed: { ...base, op: 'sum', ...flow },
  amount: {
    ...base,
    op: 'sum',
    field: 'amount',
    ...flow,
    where: {
      or: [
        { field: 'topic', isNull: true },
        { field: 'members', in: [1, 2] },
      ],
    },
  },
  weighted: { ...base, op: 'sum', field: 'score', times: 'amount', ...flow },
  heads: { ...base, op: 'sum', field: 'members', times: 'members', ...flow },
  closed: { ...base, op: 'sum', timing: { flow: 'endedAt' } },
  prompt: { ...base, op: 'sum', ...flow, where: { field: 'signedAt', notAfter: 'begunAt' } },
  overdue: { ...base, op: 'sum', ...stock, where: { not: { field: 'signedAt', passed: true } } },
  keysSigned: { ...base, op: 'distinct', field: 'uscc', ...flow, where: { and: [{ field: 'topic', isNull: false }] } },
};

const text = { kind: 'STOCK', unit: '个', formula: '-', source: 'a test', ownerLevel: 'COMMITTEE' } as const;
const measures = Object.entries(BASES).map(([name, basis]): BasicMeasure => ({
  ...text,
  name,
  zh: name,
  en: name,
  basis,
}));

export const testCase = defineKind({
  name: 'TestCase',
  plural: 'testCases',
  code: 'TC',
  zh: '案例',
  en: 'Case',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['number'],
  fields: {
    number: { type: 'text', zh: '编号', en: 'Number' },
    topic: { type: topic, zh: '主题', en: 'Topic', optional: true, dimension: 'topic' },
    unit: { type: 'text', zh: '单位', en: 'Unit', optional: true, dimension: 'unit' },
    open: { type: 'boolean', zh: '公开', en: 'Open' },
    members: { type: 'integer', zh: '人数', en: 'Members', optional: true },
    score: { type: 'number', zh: '得分', en: 'Score', optional: true },
    amount: { type: 'fen', zh: '金额', en: 'Amount', optional: true },
    uscc: { type: 'text', zh: '代码', en: 'Code', optional: true },
    begunAt: { type: 'date', zh: '开始', en: 'Begun' },
    endedAt: { type: 'date', zh: '结束', en: 'Ended', optional: true },
    signedAt: { type: 'date', zh: '签约', en: 'Signed', optional: true },
  },
  validity: { from: 'begunAt', to: 'endedAt' },
  constants: { tier: 'ACTIVITY_GROUP' },
  measures,
});

function side(name: string) {
  return { name, zh: name, en: name, unit: '个' };
}

/** A stock of two sides that is too old after 400 days, and a flow. */
export const testObservation = observationKind('COMMITTEE', [
  {
    observed: 'beds',
    timing: { stock: true, maxAgeDays: 400 },
    numerator: side('beds.private'),
    denominator: side('beds.all'),
    source: 'a test',
  },
  {
    observed: 'visits',
    timing: { flow: true },
    numerator: side('visits.done'),
    denominator: side('visits.all'),
    source: 'a test',
  },
]);

export const partKinds = [testCase, testObservation];
export const partCatalogue = Catalogue.of(partKinds, []);
