import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sqlite';
import { codeSetContains, recordId, type RecordValues } from '@onenx/schema';
import { logChanges } from '../history/change-log.js';
import { placeCheck } from '../import/rows/place-check.js';
import { RecordTable } from '../import/store/record-table.js';
import { recordOf, type StoredRecord } from '../import/store/stored-record.js';
import { checkPlan } from './check-plan.js';
import { conflictWith } from './conflict.js';
import { pathOf, type ChangeInput, type Move } from './move.js';
import type { Outcome, WorkOptions } from './outcome.js';
import { problemOf, refuses, type Problem } from './problem.js';
import { readFields } from './read-fields.js';
import { claim, digestOf, settle } from './requests.js';

/** Undoes the transaction of a change that is not to be. */
class Unchanged extends Error {
  constructor(readonly outcome: Outcome) {
    super('nothing was changed');
  }
}

/** Makes changes of records: each whole or not at all, each once however often it is sent. */
export class RecordWork {
  constructor(private readonly options: WorkOptions) {}

  async make(move: Move, input: ChangeInput): Promise<Outcome> {
    try {
      return await this.options.database.em().transactional((em) => this.inTransaction(em, move, input));
    } catch (error) {
      if (error instanceof Unchanged) return error.outcome;
      // Somebody else made a record of the same key in the same moment.
      if (error instanceof UniqueConstraintViolationException)
        return refused([problemOf('RECORD_EXISTS', { found: '' })]);
      throw error;
    }
  }

  private async inTransaction(em: EntityManager, move: Move, input: ChangeInput): Promise<Outcome> {
    const { database, now } = this.options;
    const moment = now().toISOString();
    const { requestId } = input;
    const digest = digestOf(move, input);
    const dryRun = input.dryRun === true;
    const made = dryRun ? null : await claim(database, em, { requestId, digest, moment });
    const table = new RecordTable(move.kind, database);
    if (made !== null) {
      if (made.digest !== digest)
        return refused([problemOf('REQUEST_REUSED', { found: requestId }, ['input', 'requestId'])]);
      const [record] = await table.byId(em, [made.record_id ?? '']);
      return { ok: true, record: record ?? null, problems: [], conflict: null };
    }
    const outcome = await this.attempt(em, { move, input, table, moment });
    if (!outcome.ok || dryRun || outcome.record === null) throw new Unchanged(outcome);
    await settle(database, em, { requestId, id: outcome.record.id, version: Number(outcome.record.values['version']) });
    return outcome;
  }

  private async attempt(em: EntityManager, attempt: Attempt): Promise<Outcome> {
    const { move, input, table, moment } = attempt;
    const before = await this.find(em, attempt);
    if (before === undefined) return refused([notFound(move, input)]);
    const stale = await conflictWith({ table, em, before, input });
    if (stale !== null) return stale;
    const { tree, codes } = this.options;
    const values = { ...input.fields, place: input.place ?? undefined };
    const checkPlace = placeCheck({ kind: move.kind, tree, owns: codes });
    const read = readFields(move.kind, { values, path: pathOf(move), checkPlace });
    const { after, problems, role } = await checkPlan({ ...this.options, em }, { move, input, before, read });
    if (refuses(problems)) return refused(problems);
    if (before !== null && same(before.values, after)) return { ok: true, record: before, problems, conflict: null };
    const id = before?.id ?? recordId(move.kind, String(after['place']), after) ?? '';
    if (before === null && (await table.byId(em, [id])).length > 0)
      return refused([problemOf('RECORD_EXISTS', { found: id })]);
    const record = recordOf(move.kind, id, { ...after, ...this.stamps(attempt, before, role), id });
    await (before === null ? table.insert(em, [record]) : table.update(em, [record], moment));
    await logChanges(this.options.database, em, { kind: move.kind, records: [record] });
    return { ok: true, record, problems, conflict: null };
  }

  /** Null for a record that is to be made; undefined for one that is not here. */
  private async find(em: EntityManager, { move, input, table }: Attempt): Promise<StoredRecord | null | undefined> {
    const { id } = input;
    if (id === null || id === undefined) return move.creates ? null : undefined;
    const [found] = await table.byId(em, [id]);
    return found !== undefined && codeSetContains(this.options.codes, String(found.values['place']))
      ? found
      : undefined;
  }

  private stamps({ move, input, moment }: Attempt, before: StoredRecord | null, actor: string): RecordValues {
    return {
      version: Number(before?.values['version'] ?? 0) + 1,
      updatedAt: this.options.today,
      recordedAt: moment,
      action: input.decision ?? move.name,
      actor,
      reason: input.correction ?? null,
      ...(before === null && { sourceSystem: 'onenx', sourceKey: null }),
    };
  }
}

interface Attempt {
  readonly move: Move;
  readonly input: ChangeInput;
  readonly table: RecordTable;
  readonly moment: string;
}

function refused(problems: readonly Problem[]): Outcome {
  return { ok: false, record: null, problems, conflict: null };
}

function notFound({ kind }: Move, { id }: ChangeInput): Problem {
  return problemOf('RECORD_NOT_FOUND', { found: id ?? '-', kind: kind.name }, ['input', 'id']);
}

function same(before: RecordValues, after: RecordValues): boolean {
  return Object.keys(after).every((field) => after[field] === before[field]);
}
