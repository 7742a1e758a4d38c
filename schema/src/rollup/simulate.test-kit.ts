import type { Level } from '../division/level.js';
import { distinctCell, type Cell } from './cell.js';
import type { PartTable } from './cells.js';
import { foldRows, type RawRow } from './fold.js';
import { asMerged, mergeParts, NO_PARTS, type Part } from './part.js';
import { Placement } from './placement.js';
import { present } from './present.js';
import type { PresentedRollup } from './presented.js';
import { specsOf, type Question } from './question.js';
import { catalogue, tree, type SmallRecord, type SmallWorld } from './small-world.test-kit.js';
import type { Spec } from './spec.js';

export const AT = '2024-06-30';
const AS_OF = '2024-07-01T00:00:00.000Z';
const placement = new Placement(tree, AT);
const LEVEL_OF = { Body: 'DISTRICT', Team: 'STREET', Survey: 'COMMITTEE' } as const;

/** Asks the nodes that answer, each for its own records, and presents what they say: the way of the hub. */
export function answer(question: Question, world: SmallWorld): PresentedRollup {
  const tables = specsOf(question, catalogue).map(({ level, spec }): PartTable => {
    const byNode = Map.groupBy(speaking(world, level), (record) => ownerOf(record) ?? record.place);
    const parts = [...byNode].map(([node, records]) => asMerged(partOf(node, records, spec)));
    const { rows } = parts.reduce(mergeParts, NO_PARTS);
    return { by: spec.by, measures: spec.measures, rows, notSupported: [] };
  });
  const askNode = (level: Level, code: string) => {
    const reason = world.silent[`${level} ${code}`];
    return reason === undefined ? { level, code, name: code, asOf: AS_OF } : { level, code, name: code, reason };
  };
  return present(question, { tables, askNode }, { catalogue, placement });
}

/** The node of a record; null for the records of a place that was split, which are kept by nobody in particular. */
export function ownerOf(record: SmallRecord): string | null {
  return placement.ancestorAt(record.place, LEVEL_OF[record.kind]);
}

function speaking(world: SmallWorld, level: Level): SmallRecord[] {
  return world.records.filter(
    (record) => LEVEL_OF[record.kind] === level && world.silent[`${level} ${ownerOf(record) ?? ''}`] === undefined,
  );
}

function partOf(node: string, records: readonly SmallRecord[], spec: Spec): Part {
  const raw = records.filter((record) => passes(record, spec)).map((record) => rawRow(record, spec));
  const [rows = []] = foldRows(raw, [spec], { catalogue, placement });
  const fixed = { contract: '1.0', edition: '2020-01-01', state: 'COMPLETE', notSupported: [] } as const;
  return { ...fixed, node, codesAnswered: node, asOf: AS_OF, rows };
}

function rawRow(record: SmallRecord, spec: Spec): RawRow {
  const cells = spec.measures.map((name) => cellOf(name, record, spec));
  return { place: record.place, values: { topic: record.topic, quarter: quarterOf(record) }, cells };
}

function cellOf(name: string, record: SmallRecord, { from, to }: Spec): Cell | null {
  const during = from !== null && to !== null && record.begun >= from && record.begun <= to;
  switch (name) {
    case 'bodies':
    case 'teams':
      return 1;
    case 'teams.members':
      return record.members;
    case 'teams.new':
      return during ? 1 : 0;
    case 'bodies.leaders':
    case 'teams.leaders':
      return distinctCell(record.leader === null ? [] : [record.leader]);
    default:
      return observedCell(during ? record[name === 'yes' ? 'numerator' : 'denominator'] : null, record.place);
  }
}

function observedCell(value: number | null, place: string): Cell {
  return value === null ? { sum: 0, from: [] } : { sum: value, from: [place] };
}

function passes(record: SmallRecord, spec: Spec, filter = spec.where): boolean {
  if (filter === null) return true;
  if ('and' in filter) return filter.and.every((part) => passes(record, spec, part));
  if ('or' in filter) return filter.or.some((part) => passes(record, spec, part));
  if ('not' in filter) return !passes(record, spec, filter.not);
  const value = dimensionOf(record, filter.dimension);
  return 'in' in filter ? value !== null && filter.in.includes(value) : (value === null) === filter.isNull;
}

function dimensionOf(record: SmallRecord, dimension: string): string | null {
  if (dimension === 'topic') return record.topic;
  if (dimension === 'quarter') return quarterOf(record);
  return placement.ancestorAt(record.place, dimension === 'street' ? 'STREET' : 'COMMITTEE');
}

export function quarterOf({ begun }: SmallRecord): string {
  return `${begun.slice(0, 4)}-Q${Math.ceil(Number(begun.slice(5, 7)) / 3)}`;
}

/** A question about one place, with what a test says otherwise. */
export function question(names: readonly string[], change: Partial<Question> = {}): Question {
  const measures = names.map((of) => ({ of, as: of, atLeast: 2 }));
  const shape = { by: [], subtotals: false, members: 'WITH_DATA', where: null, having: null } as const;
  const page = { orderBy: [], first: null, others: false };
  return {
    scope: '310105000000',
    measures,
    ...shape,
    ...page,
    at: AT,
    from: '2024-01-01',
    to: '2024-12-31',
    ...change,
  };
}
