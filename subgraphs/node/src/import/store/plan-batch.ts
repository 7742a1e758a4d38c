import type { FieldValue, KindDefinition, RecordValues } from '@onenx/schema';
import { rowReport, type RowReport } from '../rows/row-report.js';
import type { ReadRow } from '../rows/row-reader.js';
import type { BatchIndex } from './batch-index.js';
import { recordOf, type StoredRecord } from './stored-record.js';

/** What every row of one import has in common. */
export interface ImportRules {
  readonly kind: KindDefinition;
  readonly source: string;
  /** The role in whose name the import is made. */
  readonly actor: string | null;
  /** The columns of the file that make a difference when they differ: not when and under which number it was said. */
  readonly compared: readonly string[];
  /** The columns of the file that a record has under the same name. */
  readonly copied: readonly string[];
  readonly initial: RecordValues;
  readonly today: string;
}

/** A row and the id that its key gives a new record. */
export interface KeyedRow extends ReadRow {
  readonly natural: string;
}

/** What a batch will do; an insert's id is minted when it is made. */
export interface BatchPlan {
  readonly inserts: StoredRecord[];
  readonly updates: StoredRecord[];
  unchanged: number;
  readonly rejected: RowReport[];
}

const MADE_BY_IMPORT = { action: 'IMPORT', reason: null } as const;

/** Decides for every row of a batch, in order; each sees what the ones before it did. */
export class BatchPlanner {
  constructor(private readonly rules: ImportRules) {}

  plan(rows: readonly KeyedRow[], index: BatchIndex, moment: string): BatchPlan {
    const plan: BatchPlan = { inserts: [], updates: [], unchanged: 0, rejected: [] };
    for (const row of rows) {
      const report = this.place(row, { plan, index, moment });
      if (report) plan.rejected.push(report);
    }
    return plan;
  }

  private place(row: KeyedRow, { plan, index, moment }: Planning): RowReport | null {
    const { line, values, natural } = row;
    const { target, taken } = index.find(natural, values['externalId']);
    const first = target && index.seenOn(target.id);
    const key = natural.slice(natural.indexOf('-', 13) + 1);
    if (target && this.isSame(target, row)) {
      index.see(target.id, line);
      plan.unchanged += 1;
      return null;
    }
    if (first !== undefined) return reject(line, 'KEY_REPEATED', { found: key, expected: first });
    if (taken) return reject(line, 'KEY_TAKEN', { found: key, expected: String(values['externalId']) });
    if (!target) {
      plan.inserts.push(index.add(this.newRecord(row, moment), line));
      return null;
    }
    return this.update(target, row, { plan, index, moment });
  }

  private isSame({ values: stored }: StoredRecord, { values }: ReadRow): boolean {
    const externalId = values['externalId'];
    const named = externalId === undefined || stored['sourceSystem'] !== this.rules.source;
    if (!named && externalId !== stored['sourceKey']) return false;
    return this.rules.compared.every((name) => values[name] === undefined || values[name] === stored[name]);
  }

  private newRecord({ values, natural }: KeyedRow, moment: string): StoredRecord {
    const { source, initial, today, actor } = this.rules;
    const stamps = { version: 1, updatedAt: today, recordedAt: moment };
    const from = { sourceSystem: source, sourceKey: values['externalId'] ?? null };
    const record: Record<string, FieldValue> = {
      ...initial,
      id: natural,
      ...stamps,
      ...from,
      actor,
      ...MADE_BY_IMPORT,
    };
    this.copy(values, record);
    return { id: natural, natural, values: record };
  }

  private update(target: StoredRecord, row: ReadRow, { plan, index, moment }: Planning): RowReport | null {
    const { line, values } = row;
    const updatedAt = values['updatedAt'] ?? this.rules.today;
    const stored = String(target.values['updatedAt']).slice(0, 10);
    if (String(updatedAt) < stored) return reject(line, 'STALE', { found: String(updatedAt), expected: stored });
    const record = this.changed(target, row, { updatedAt, recordedAt: moment });
    // What the row leaves out comes from the record: the two may not fit together.
    const problem = this.rules.kind.check?.(record.values) ?? null;
    if (problem) return rowReport({ line, column: problem.field }, problem.code, problem.params);
    plan.updates.push(index.replace(target, record, line));
    return null;
  }

  /** The source that says something new becomes the record's source; its number is kept only if it is that source's. */
  private changed(target: StoredRecord, { values }: ReadRow, stamps: RecordValues): StoredRecord {
    const { source, kind, actor } = this.rules;
    const record: Record<string, FieldValue> = { ...target.values };
    this.copy(values, record);
    const known = target.values['sourceSystem'] === source ? (target.values['sourceKey'] ?? null) : null;
    const sourceKey = values['externalId'] === undefined ? known : values['externalId'];
    const version = Number(target.values['version']) + 1;
    return recordOf(kind, target.id, {
      ...record,
      ...stamps,
      version,
      sourceSystem: source,
      sourceKey,
      actor,
      ...MADE_BY_IMPORT,
    });
  }

  private copy(values: ReadRow['values'], record: Record<string, FieldValue>): void {
    for (const name of this.rules.copied) {
      const value = values[name];
      if (value !== undefined) record[name] = value;
    }
  }
}

interface Planning {
  readonly plan: BatchPlan;
  readonly index: BatchIndex;
  readonly moment: string;
}

function reject(line: number, code: 'KEY_REPEATED' | 'KEY_TAKEN' | 'STALE', params: Record<string, string | number>) {
  const column = code === 'STALE' ? 'updatedAt' : '';
  return rowReport({ line, column }, code, params);
}
