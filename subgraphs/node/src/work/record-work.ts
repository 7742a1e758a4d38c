import type { EntityManager } from '@mikro-orm/sqlite';
import { codeSetContains, type KindDefinition, type RecordValues } from '@onenx/schema';
import { logChanges } from '../history/change-log.js';
import { placeCheck } from '../import/rows/place-check.js';
import { RecordTable } from '../import/store/record-table.js';
import { recordOf, type StoredRecord } from '../import/store/stored-record.js';
import { checkPlan } from './check-plan.js';
import { requestProblems } from './check-request.js';
import { conflictWith } from './conflict.js';
import { keyHolder, mint } from './key-holder.js';
import { pathOf, type ChangeInput, type Move } from './move.js';
import type { Outcome, WorkOptions } from './outcome.js';
import { problemOf, refuses, type Problem } from './problem.js';
import { readFields } from './read-fields.js';
import { digestOf, madeBefore, noteMade } from './requests.js';

/** Makes changes of records: each whole or not at all, each once however often it is sent. */
export class RecordWork {
  constructor(private readonly options: WorkOptions) {}

  async make(move: Move, input: ChangeInput): Promise<Outcome> {
    const { database, now } = this.options;
    const problems = requestProblems(input);
    if (problems.length > 0) return refused(problems);
    const table = new RecordTable(move.kind, database);
    const attempt = (): Attempt => ({ move, input, table, moment: now().toISOString() });
    if (input.dryRun === true) return (await this.attempt(database.em(), attempt())).outcome;
    // The moment is that of its turn: what is recorded later has a later one.
    return database.write(async (em) => this.once(em, attempt()));
  }

  /** A change that was made is not made again: its answer is the record as it stands now. */
  private async once(em: EntityManager, attempt: Attempt): Promise<Outcome> {
    const { database } = this.options;
    const { move, input, table, moment } = attempt;
    const { requestId } = input;
    const digest = digestOf(move, input);
    const made = await madeBefore(database, em, requestId);
    if (made !== undefined && made.digest !== digest)
      return refused([problemOf('REQUEST_REUSED', { found: requestId }, ['input', 'requestId'])]);
    if (made !== undefined) {
      const record = await this.find(em, table, made.record_id);
      return record === undefined ? refused([notFound(move, made.record_id)]) : accepted(record);
    }
    const { before, outcome } = await this.attempt(em, attempt);
    const { record } = outcome;
    if (record === null) return outcome;
    if (record !== before) await this.keep(em, attempt, { before, record });
    await noteMade(database, em, { requestId, digest, moment, record });
    return outcome;
  }

  private async keep(em: EntityManager, { move, table, moment }: Attempt, { before, record }: Change): Promise<void> {
    await (before === null ? table.insert(em, [record]) : table.update(em, [record], moment));
    await logChanges(this.options.database, em, { kind: move.kind, records: [record] });
  }

  /** What would become of the change; nothing is written. */
  private async attempt(em: EntityManager, attempt: Attempt): Promise<Attempted> {
    const { move, input, table } = attempt;
    const { kind } = move;
    const before = await this.before(em, attempt);
    if (before === undefined) return { before: null, outcome: refused([notFound(move, input.id ?? '-')]) };
    const stale = await conflictWith({ table, em, before, input });
    if (stale !== null) return { before, outcome: stale };
    const { tree, codes } = this.options;
    const values = { ...input.fields, place: input.place ?? undefined };
    const read = readFields(kind, { values, path: pathOf(move), checkPlace: placeCheck({ kind, tree, owns: codes }) });
    const { after, problems, role } = await checkPlan({ ...this.options, em }, { move, input, before, read });
    if (refuses(problems)) return { before, outcome: refused(problems) };
    if (before !== null && same(before.values, after)) return { before, outcome: accepted(before, problems) };
    const record = recordOf(kind, before?.id ?? '', { ...after, ...this.stamps(attempt, before, role) });
    return { before, outcome: await this.named(em, { table, kind, before, record }, problems) };
  }

  /** Gives the record its id, unless another one has its key. */
  private async named(em: EntityManager, naming: Naming, problems: readonly Problem[]): Promise<Outcome> {
    const { before, record } = naming;
    if (before?.natural === record.natural) return accepted(record, problems);
    const holder = await keyHolder({ ...naming, em });
    if (holder !== undefined) return refused([problemOf('RECORD_EXISTS', { found: holder.id })]);
    const id = before?.id ?? (await mint({ ...naming, em }));
    return accepted({ ...record, id, values: { ...record.values, id } }, problems);
  }

  /** Null for a record that is to be made; undefined for one that is not here. */
  private async before(em: EntityManager, { move, input, table }: Attempt): Promise<StoredRecord | null | undefined> {
    const { id } = input;
    if (id === null || id === undefined) return move.creates ? null : undefined;
    return this.find(em, table, id);
  }

  /** A record of the places that this request is answered for. */
  private async find(em: EntityManager, table: RecordTable, id: string): Promise<StoredRecord | undefined> {
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
      reason: input.correction?.trim() || null,
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

interface Attempted {
  readonly before: StoredRecord | null;
  readonly outcome: Outcome;
}

interface Change {
  readonly before: StoredRecord | null;
  readonly record: StoredRecord;
}

interface Naming extends Change {
  readonly table: RecordTable;
  readonly kind: KindDefinition;
}

function accepted(record: StoredRecord, problems: readonly Problem[] = []): Outcome {
  return { ok: true, record, problems, conflict: null };
}

function refused(problems: readonly Problem[]): Outcome {
  return { ok: false, record: null, problems, conflict: null };
}

function notFound({ kind }: Move, found: string): Problem {
  return problemOf('RECORD_NOT_FOUND', { found, kind: kind.name }, ['input', 'id']);
}

function same(before: RecordValues, after: RecordValues): boolean {
  return Object.keys(after).every((field) => after[field] === before[field]);
}
