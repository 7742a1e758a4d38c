import { randomUUID } from 'node:crypto';
import { allKinds } from './records.js';
import { kindOfMutation, mutationText, reviewOf, type Mutation } from './scenario-mutations.js';

/** What an answer to a change says. */
export interface Outcome {
  readonly ok: boolean;
  readonly record: { readonly id: string; readonly version: number; readonly state: string } | null;
  readonly problems: readonly ProblemSeen[];
  readonly conflict: ConflictSeen | null;
}

export interface ProblemSeen {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly field: readonly string[] | null;
  readonly rule: { readonly code: string; readonly source: string; readonly confirmed: boolean } | null;
}

export interface ConflictSeen {
  readonly base: Readonly<Record<string, unknown>> | null;
  readonly current: Readonly<Record<string, unknown>>;
  readonly fields: readonly string[];
}

type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** What a client may say beside the fields. */
export interface Manner {
  readonly requestId?: string;
  readonly expectedVersion?: number;
  readonly dryRun?: boolean;
  readonly correction?: string;
}

/** A record by its id, or the place of a new one, and what is said of it. */
interface Asked extends Readonly<Record<string, unknown>> {
  readonly id?: string;
}

interface Book {
  readonly seen: Map<string, { readonly kind: string; readonly version: number }>;
  ask(query: string, variables: object, headers: Readonly<Record<string, string>>): Promise<object>;
}

/** Works with the hub in one role: everything is sent to the hub, which brings it to the node that owns the record. */
export class ScenarioOfficer {
  constructor(
    private readonly book: Book,
    private readonly actor: string,
  ) {}

  /** Makes a record. @returns its id */
  async save(kind: string, place: string, fields: Fields, manner: Manner = {}): Promise<string> {
    return done(await this.trySave(kind, place, fields, manner));
  }

  async trySave(kind: string, place: string, fields: Fields, manner: Manner = {}): Promise<Outcome> {
    const { noun } = kindOfMutation(`save${kind}`);
    return this.send(`save${kind}`, { place, [noun]: fields }, manner);
  }

  /** Changes fields that are the record's own, not its work's. */
  async change(id: string, fields: Fields, manner: Manner = {}): Promise<Outcome> {
    const kind = this.book.seen.get(id)?.kind ?? '';
    const { noun } = kindOfMutation(`save${kind}`);
    return this.send(`save${kind}`, { id, [noun]: fields }, manner);
  }

  /** Takes a record a step on. @returns what was told beside: warnings */
  async act(action: string, id: string, fields: Fields = {}): Promise<readonly ProblemSeen[]> {
    const outcome = await this.tryAct(action, id, fields);
    done(outcome);
    return outcome.problems;
  }

  async tryAct(action: string, id: string, fields: Fields = {}, manner: Manner = {}): Promise<Outcome> {
    return this.send(action, { id, ...fields }, manner);
  }

  /** The rules, or other codes, for which a step is refused. @throws when it is not */
  async refused(action: string, id: string, fields: Fields = {}): Promise<string[]> {
    const { ok, problems } = await this.tryAct(action, id, fields);
    if (ok) throw new Error(`${action} was not refused`);
    return problems.map(({ code, rule }) => rule?.code ?? code);
  }

  /** A decision of approval: APPROVE, RETURN, LOCK … @returns the record's state after it */
  async review(id: string, decision: string): Promise<string> {
    const kind = allKinds.find(({ name }) => name === this.book.seen.get(id)?.kind);
    const outcome = await this.send(reviewOf(kind?.level ?? 'DISTRICT'), { id, decision }, {});
    done(outcome);
    return outcome.record?.state ?? '';
  }

  private async send(name: string, input: Asked, manner: Manner): Promise<Outcome> {
    const expectedVersion = input.id === undefined ? undefined : this.book.seen.get(input.id)?.version;
    const variables = { input: { requestId: randomUUID(), expectedVersion, ...input, ...manner } };
    const mutation = kindOfMutation(name);
    const data = await this.book.ask(mutationText(mutation), variables, { 'x-onenx-actor': this.actor });
    const { change } = data as { change: Outcome };
    if (change.ok && change.record !== null && manner.dryRun !== true) this.note(mutation, change.record);
    return change;
  }

  private note({ kind }: Mutation, { id, version }: { id: string; version: number }): void {
    this.book.seen.set(id, { kind: kind ?? this.book.seen.get(id)?.kind ?? '', version });
  }
}

function done({ ok, record, problems }: Outcome): string {
  if (!ok || record === null) throw new Error(`refused: ${JSON.stringify(problems)}`);
  return record.id;
}
