import type { EntityManager } from '@mikro-orm/sqlite';
import type { RecordTable } from '../import/store/record-table.js';
import type { StoredRecord } from '../import/store/stored-record.js';
import type { ChangeInput } from './move.js';
import { problemOf } from './problem.js';
import type { Outcome } from './outcome.js';

interface Stale {
  readonly table: RecordTable;
  readonly em: EntityManager;
  readonly before: StoredRecord | null;
  readonly input: ChangeInput;
}

/** The refusal of a change that did not begin from the record as it stands; null when it did, or makes a new record. */
export async function conflictWith({ table, em, before, input }: Stale): Promise<Outcome | null> {
  if (before === null) return null;
  const { expectedVersion } = input;
  const found = Number(before.values['version']);
  if (expectedVersion === found) return null;
  if (expectedVersion === null || expectedVersion === undefined) {
    const problem = problemOf('VALUE_REQUIRED', { field: 'expectedVersion', found: '', expected: `${found}` }, [
      'input',
      'expectedVersion',
    ]);
    return { ok: false, record: null, problems: [problem], conflict: null };
  }
  const base = await table.version(em, before.id, expectedVersion);
  const fields = Object.keys(input.fields).filter((field) => base?.values[field] !== before.values[field]);
  const problems = [problemOf('VERSION_CONFLICT', { found, expected: expectedVersion }, ['input', 'expectedVersion'])];
  return { ok: false, record: null, problems, conflict: { base, current: before, fields } };
}
