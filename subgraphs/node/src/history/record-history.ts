import type { FieldValue, KindDefinition, RecordValues } from '@onenx/schema';
import { fieldsOf, historyOf, tableOf } from '../database/columns.js';
import type { NodeDatabase } from '../database/database.js';
import { list, name, raw, sql } from '../database/sql.js';
import { decoderOf, quotedList } from '../import/store/stored-record.js';

/** One version of a record, and what it changed. */
export interface RecordVersion {
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly action: string | null;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly changes: readonly FieldChange[];
}

export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

const TOLD = ['place', 'state', 'shareClass', 'openClass'] as const;

/** All that records of a kind ever said, oldest first: one statement, however many records. */
export async function historiesOf(
  database: NodeDatabase,
  kind: KindDefinition,
  ids: readonly string[],
): Promise<RecordVersion[][]> {
  const columns = raw(quotedList(fieldsOf(kind)));
  const wanted = list(ids);
  const rows = await database.query<Record<string, unknown>>(
    sql`SELECT ${columns} FROM ${name(historyOf(kind))} WHERE "id" IN (${wanted})
      UNION ALL SELECT ${columns} FROM ${name(tableOf(kind))} WHERE "id" IN (${wanted}) ORDER BY "id", "version"`,
  );
  const byId = Map.groupBy(rows.map(decoderOf(kind)), ({ id }) => id);
  return ids.map((id) => {
    const versions = (byId.get(id) ?? []).map(({ values }) => values);
    return versions.map((values, i) => versionOf(kind, values, versions[i - 1]));
  });
}

function versionOf(kind: KindDefinition, values: RecordValues, before: RecordValues | undefined): RecordVersion {
  return {
    version: Number(values['version']),
    recordedAt: String(values['recordedAt']),
    action: text(values['action']),
    actor: text(values['actor']),
    reason: text(values['reason']),
    changes: before === undefined ? [] : changesOf(kind, before, values),
  };
}

function changesOf(kind: KindDefinition, before: RecordValues, after: RecordValues): FieldChange[] {
  return [...TOLD, ...Object.keys(kind.fields)]
    .filter((field) => before[field] !== after[field])
    .map((field) =>
      kind.fields[field]?.personal === true
        ? { field, before: null, after: null }
        : { field, before: text(before[field]), after: text(after[field]) },
    );
}

function text(value: FieldValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
