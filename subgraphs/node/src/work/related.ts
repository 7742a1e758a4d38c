import type { EntityManager } from '@mikro-orm/sqlite';
import type { KindDefinition, RecordValues, RelatedRecords } from '@onenx/schema';
import { snakeCase } from '../database/columns.js';
import type { NodeDatabase } from '../database/database.js';
import { join, name, raw, sql } from '../database/sql.js';
import { RecordTable } from '../import/store/record-table.js';
import type { Move } from './move.js';

/** The records found for a need. */
export type RelatedOf = (needed: RelatedRecords) => readonly RecordValues[];

interface Loading {
  readonly database: NodeDatabase;
  readonly em: EntityManager;
  readonly kinds: readonly KindDefinition[];
}

/** Loads what the rules and `sets` of a move look at: a statement for each different need. */
export async function loadRelated(move: Move, after: RecordValues, loading: Loading): Promise<RelatedOf> {
  const needs = [...Object.values(move.needs), ...move.rules.flatMap(({ needs = {} }) => Object.values(needs))];
  const found = new Map<string, readonly RecordValues[]>();
  for (const need of needs) {
    const key = JSON.stringify(need);
    if (!found.has(key)) found.set(key, await load(need, after, loading));
  }
  return (need) => found.get(JSON.stringify(need)) ?? [];
}

const MOST = 1000;

async function load(need: RelatedRecords, after: RecordValues, { database, em, kinds }: Loading) {
  const kind = kinds.find((one) => one.name === need.kind);
  if (kind === undefined) throw new Error(`no kind ${need.kind} in this node`);
  const pairs = Object.entries(need.match);
  if (pairs.some(([, ours]) => (after[ours] ?? null) === null)) return [];
  const where = join(
    pairs.map(([theirs, ours]) => sql`${name(snakeCase(theirs))} = ${after[ours]}`),
    ' AND ',
  );
  const counted = sql`${where} AND ${raw(`"state" NOT IN ('DRAFT', 'WITHDRAWN')`)}`;
  const records = await new RecordTable(kind, database).page(em, { where: counted, after: '', rows: MOST });
  return records.map(({ values }) => values);
}
