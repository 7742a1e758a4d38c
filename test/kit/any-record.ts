import {
  openClass,
  recordId,
  recordState,
  shareClass,
  type FieldDefinition,
  type FieldValue,
  type KindDefinition,
} from '@onenx/schema';
import * as fc from 'fast-check';
import { recordValues } from './random-record.js';
import { COMMITTEE, DISTRICT, OTHER_STREET, STREET } from './records.js';

type Values = Readonly<Record<string, FieldValue>>;

const PLACES = {
  DISTRICT: [DISTRICT, STREET, COMMITTEE],
  STREET: [STREET, OTHER_STREET, COMMITTEE],
  COMMITTEE: [COMMITTEE],
} as const;

/** What spreadsheets, CSV and XML each have their own idea of. */
const ODD = [
  '=1+1',
  '000123',
  '310105009000',
  '_x0041_',
  '“a”,"b"',
  'a\nb',
  'a\tb',
  '是',
  'true',
  '1e5',
  '2024/5/6',
  "'x",
  '𠮷田',
  '<&>',
  '\\',
  '{"a":1}',
];

const text = fc
  .oneof(fc.constantFrom(...ODD), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }))
  .map((value) => value.trim())
  .filter(
    (value) => value !== '' && value.isWellFormed() && !/[\p{Cc}\ufffe\uffff]/u.test(value.replace(/[\n\t]/g, '')),
  );

/** Records of a kind that an import lets in, each with an id of its own, with any text and any number. */
export function anyRecords(kind: KindDefinition): fc.Arbitrary<Values[]> {
  const base = fc.record({
    place: fc.constantFrom(...PLACES[kind.level]),
    updatedAt: fc.integer({ min: 1, max: 28 }).map((day) => `2026-01-${String(day).padStart(2, '0')}`),
    state: fc.constantFrom(...recordState.codes),
    shareClass: fc.constantFrom(...shareClass.codes),
    openClass: fc.constantFrom(...openClass.codes),
    synthetic: fc.boolean(),
    version: fc.constant(1),
  });
  const record = fc
    .tuple(recordValues(kind), odder(kind), base, fc.option(text))
    .map(([values, changes, fixed, sourceKey]): Values => {
      const kept = Object.entries(changes).filter(([name]) => values[name] !== null);
      const all: Values = { ...values, ...Object.fromEntries(kept), ...fixed, sourceSystem: 'office', sourceKey };
      return { ...all, id: recordId(kind, String(all['place']), all) ?? '' };
    })
    .filter((values) => (kind.check?.(values) ?? null) === null);
  const numbers = (records: readonly Values[]): Values[] => {
    const seen = new Set<unknown>();
    return records.map((one) => {
      const isNew = one['sourceKey'] !== null && !seen.has(one['sourceKey']);
      seen.add(one['sourceKey']);
      return isNew ? one : { ...one, sourceKey: null };
    });
  };
  return fc.uniqueArray(record, { selector: ({ id }) => id, minLength: 1, maxLength: 10 }).map(numbers);
}

/** Of the fields whose values a file could lose something of. */
function odder(kind: KindDefinition): fc.Arbitrary<Record<string, FieldValue>> {
  const observed = kind.measures.flatMap((one) =>
    'basis' in one && 'observed' in one.basis ? [one.basis.observed] : [],
  );
  const fields = Object.entries(kind.fields).flatMap(([name, field]): [string, fc.Arbitrary<FieldValue>][] => {
    const odd = odderValue(field, observed);
    return odd === null ? [] : [[name, odd]];
  });
  return fc.record(Object.fromEntries(fields));
}

function odderValue(field: FieldDefinition, observed: readonly string[]): fc.Arbitrary<FieldValue> | null {
  const { type, min = -1e15, max = 1e15, maxLength = 200 } = field;
  if (type === 'text') return text.map((value) => Array.from(value).slice(0, maxLength).join('').trim() || 'x');
  if (type === 'fen') return fc.integer({ min, max });
  if (type === 'number') return fc.double({ min, max, noNaN: true }).map((value) => value + 0);
  return type === 'measure' && observed.length > 0 ? fc.constantFrom(...observed) : null;
}
