import { expect, test } from '@jest/globals';
import { PartService } from '@onenx/node';
import {
  Catalogue,
  isBasic,
  LEVELS,
  parseCodeSet,
  type BasicMeasure,
  type Basis,
  type Condition,
  type FieldValue,
  type KindDefinition,
  type Spec,
} from '@onenx/schema';
import * as fc from 'fast-check';
import { onEachDatabase } from '../kit/databases.js';
import { found } from '../kit/found-part.js';
import { recordValues } from '../kit/random-record.js';
import { allKinds, COMMITTEE, DISTRICT, STREET, tree } from '../kit/records.js';
import { clear, put, type Values } from '../kit/store.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
process.stdout.write(`seed of the measures: ${SEED}\n`);

const PLACE_OF = { DISTRICT, STREET, COMMITTEE };
const SPAN = { at: '2025-12-31', from: '2025-03-01', to: '2026-02-28' };

type Counted = Exclude<Basis, { op: 'observed' }>;
type Registers = ReadonlyMap<KindDefinition, readonly Values[]>;

const registers: fc.Arbitrary<Registers> = fc
  .tuple(...allKinds.map((kind) => fc.array(recordValues(kind), { maxLength: 12 })))
  .map((all) => new Map(allKinds.map((kind, i) => [kind, stored(kind, all[i] ?? [])])));

onEachDatabase('every measure of every kind', (open) => {
  test('is what a slow walk over the records finds', async () => {
    const database = await open(allKinds);
    await fc.assert(
      fc.asyncProperty(registers, async (world) => {
        await clear(database, allKinds);
        for (const [kind, records] of world) await put(database, kind, records);
        for (const level of LEVELS) {
          const kinds = allKinds.filter((kind) => kind.level === level);
          const catalogue = Catalogue.of(kinds, []);
          const parts = new PartService({ database, catalogue, tree, node: DISTRICT });
          const measures = [...catalogue.measures.values()].filter(isBasic).filter(isCounted);
          const specs = measures.map(({ name }): Spec => {
            return { scope: DISTRICT, measures: [name], by: [], where: null, ...SPAN };
          });
          const answers = await parts.answer(specs, parseCodeSet('310105'));
          for (const [i, measure] of measures.entries()) {
            const expected = valueOf(measure.basis as Counted, world, catalogue);
            expect({ measure: measure.name, value: found(answers[i])['[]']?.[0] ?? null }).toEqual({
              measure: measure.name,
              value: expected,
            });
          }
        }
      }),
      { seed: SEED, numRuns: 2 * Number(process.env['RUNS'] ?? 1), endOnFailure: true },
    );
  }, 180_000);
});

function isCounted({ basis }: BasicMeasure): boolean {
  return basis.op !== 'observed';
}

function stored(kind: KindDefinition, all: readonly Readonly<Record<string, FieldValue>>[]): Values[] {
  return all.map((values, n) => ({ ...values, id: `${kind.code}${n}`, place: PLACE_OF[kind.level] }));
}

function valueOf(basis: Counted, world: Registers, catalogue: Catalogue): unknown {
  const kind = catalogue.kind(basis.kind);
  const records = (world.get(kind) ?? []).filter((record) => inTime(basis, kind, record) && holds(basis.where, record));
  if (basis.op === 'distinct') {
    const keys = [...new Set(records.flatMap((record) => textOf(record[basis.field]) ?? []))].sort();
    return keys.length === 0 ? null : { keys };
  }
  const amount = (record: Values, field: string | undefined): number =>
    field === undefined ? 1 : Number(record[field] ?? 0);
  const sum = records.reduce((total, one) => total + amount(one, basis.field) * amount(one, basis.times), 0);
  return sum === 0 ? null : sum;
}

function inTime({ timing }: Counted, { validity }: KindDefinition, record: Values): boolean {
  const [from, to] = [textOf(record[validity.from]), textOf(record[validity.to])];
  if ('stock' in timing) return from !== null && from <= SPAN.at && (to === null || to > SPAN.at);
  const day = textOf(record['since' in timing ? timing.since : timing.flow]);
  if (day === null) return false;
  return 'since' in timing ? day <= SPAN.at : day >= SPAN.from && day <= SPAN.to;
}

function holds(condition: Condition | undefined, record: Values): boolean {
  if (condition === undefined) return true;
  if ('and' in condition) return condition.and.every((part) => holds(part, record));
  if ('or' in condition) return condition.or.some((part) => holds(part, record));
  if ('not' in condition) return !holds(condition.not, record);
  const value = record[condition.field] ?? null;
  if ('in' in condition) return value !== null && condition.in.includes(value);
  if ('isNull' in condition) return (value === null) === condition.isNull;
  if (value === null) return false;
  return 'passed' in condition ? String(value) < SPAN.at : String(value) <= (textOf(record[condition.notAfter]) ?? '');
}

function textOf(value: FieldValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
