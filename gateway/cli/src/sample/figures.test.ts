import { beforeAll, describe, expect, test } from '@jest/globals';
import { Catalogue } from '@onenx/schema';
import { isAsked, type AskedFigure } from './figure.js';
import { figuresMarkdown, publishedFigures } from './figures.js';
import { recordKinds } from './kinds.js';
import { ratios, readings, type Asked } from './oracle.test-kit.js';
import { rowsIn, writtenSample, type WrittenSample } from './written-sample.test-kit.js';

const asked = publishedFigures.filter(isAsked);
let sample: WrittenSample;

beforeAll(async () => {
  sample = await writtenSample({ today: '2026-11-22' });
});

test('there is an entry for each of the 54 published figures', () => {
  expect(publishedFigures).toHaveLength(54);
  expect(asked).toHaveLength(39);
});

test('every question names measures and dimensions of the catalogue, each measure by a name of its own', () => {
  const catalogue = Catalogue.of(recordKinds);
  for (const { question, expected } of asked) {
    const names = question.measures.map(({ as }) => as);
    expect(names).toContain(expected.as);
    expect(new Set(names).size).toBe(names.length);
    for (const { of } of question.measures) expect(catalogue.measure(of).name).toBe(of);
    if (question.where) expect(catalogue.dimension(question.where.dimension).kind).toBe('FIELD');
  }
});

describe('what comes back over the files', () => {
  test.each(asked.map((figure) => [`${figure.metric} ${figure.printed}`, figure] as const))('%s', (_, figure) => {
    const { value, numerator, denominator, missing } = figure.expected;
    const sides = ratios[measureOf(figure)];
    const [over, under] = (sides ?? [measureOf(figure)]).map((measure) => read(measure, figure));
    if (sides === undefined) expect(over).toBe(value);
    else {
      expect([over, under]).toEqual([numerator, denominator]);
      expect(value).toBe(under === null ? null : Number(over) / Number(under));
    }
    expect(missing === undefined).toBe(value !== null);
  });
});

function measureOf({ question, expected }: AskedFigure): string {
  return question.measures.find(({ as }) => as === expected.as)?.of ?? '';
}

function read(measure: string, { question }: AskedFigure): number | null {
  const { scope, period, asOf, where } = question;
  const span = spanOf(period);
  const narrowed = where ? { ...sample, rows: keptBy(where.dimension, where.in) } : sample;
  const asking: Asked = { sample: narrowed, at: asOf ?? span.to, under: scope.replace(/(000)*$/, ''), ...span };
  const reading = readings[measure];
  if (reading === undefined) throw new Error(`The oracle cannot read ${measure}`);
  return reading(asking);
}

function spanOf(period: AskedFigure['question']['period']): { from: string; to: string } {
  if (period === undefined) return { from: '', to: '' };
  return 'year' in period ? { from: `${period.year}-01-01`, to: `${period.year}-12-31` } : period;
}

function keptBy(column: string, codes: readonly string[]): WrittenSample['rows'] {
  const kept = rowsIn(sample, 'GradeAssessment').filter((row) => codes.includes(row[column] ?? ''));
  return new Map([...sample.rows, ['GradeAssessment', kept]]);
}

test('the percentages in print are those of the answers', () => {
  const printed = asked.filter(({ unit, expected }) => unit === '%' && expected.value !== null);
  expect(printed.map(({ metric }) => metric)).toEqual([
    'nursing_beds_private_share',
    'medical_dispute_resolution_rate',
    'charity_and_community_service_share',
  ]);
  for (const { printed: percent, expected } of printed) {
    expect(Math.abs(Number(expected.value) * 100 - Number(percent))).toBeLessThan(0.5);
  }
});

test('the document has a line for each figure, and says what is made up and what the 185 may not be', () => {
  const text = figuresMarkdown();
  const lines = text.split('\n').filter((line) => line.startsWith('| `'));
  expect(lines).toHaveLength(54);
  for (const line of lines) expect(line.split(/(?<!\\)\|/)).toHaveLength(6);
  expect(text).toContain('## What is made up');
  expect(text).toMatch(/185 居民区.*may not be the same/);
});
