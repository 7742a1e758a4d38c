import type { KindDefinition, RecordValues, RelatedRecords, Role, Rule, RuleInput } from '@onenx/schema';
import type { StoredRecord } from '../import/store/stored-record.js';
import type { Problem } from './problem.js';
import type { ReadFields } from './read-fields.js';

/** A change as a caller asks for it. */
export interface ChangeInput {
  /** The caller's own number of this change: the same one twice is one change. */
  readonly requestId: string;
  readonly id?: string | null;
  readonly place?: string | null;
  readonly expectedVersion?: number | null;
  readonly dryRun?: boolean | null;
  /** Why a locked record is changed all the same. */
  readonly correction?: string | null;
  readonly asDraft?: boolean | null;
  readonly decision?: string | null;
  /** Fields of the kind, as they were given. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a move looks at. */
export interface Draft {
  readonly before: StoredRecord | null;
  readonly input: ChangeInput;
  readonly read: ReadFields;
  readonly today: string;
}

/** What a move would make of a record, before its rules are asked. */
export interface Plan {
  readonly values: RecordValues;
  readonly problems: readonly Problem[];
}

/** One way of changing records of a kind: saving, an action of its workflow, a step of its approval. Pure. */
export interface Move {
  /** The mutation's name. */
  readonly name: string;
  readonly kind: KindDefinition;
  /** The field of the input that holds the record's fields; none where they stand in the input itself. */
  readonly noun?: string;
  /** Who may make it; `byState` where that depends on how far the record's approval is. */
  readonly by: readonly Role[];
  readonly byState?: (state: string) => readonly Role[];
  readonly creates: boolean;
  /** States of approval in which it cannot be made, whoever asks; a decision's own plan knows its states. */
  readonly barredIn: readonly string[];
  /** Whether the input has this field of the record. */
  readonly takes: (field: string) => boolean;
  readonly rules: readonly Rule[];
  readonly needs: Readonly<Record<string, RelatedRecords>>;
  readonly sets?: ((input: RuleInput) => RecordValues) | undefined;
  readonly plan: (draft: Draft) => Plan;
}

/** Where the fields of the record stand in the mutation's input. */
export function pathOf({ noun }: Pick<Move, 'noun'>): readonly string[] {
  return noun === undefined ? ['input'] : ['input', noun];
}

/** The way to a field of the record in the mutation's input; null where it is not there to be given. */
export function pathTo(move: Pick<Move, 'noun' | 'takes' | 'creates'>, field: string): readonly string[] | null {
  if (field === 'place') return move.creates ? ['input', 'place'] : null;
  return move.takes(field) ? [...pathOf(move), field] : null;
}

/** The name of a kind's record in inputs and payloads: `team`, `gradeAssessment`. */
export function nounOf({ noun, name }: KindDefinition): string {
  return noun ?? name.charAt(0).toLowerCase() + name.slice(1);
}

/** The state of a record's work; one that was imported without is where a new one would be. */
export function stepOf({ workflow }: KindDefinition, values: RecordValues): string {
  return workflow === undefined ? '' : String(values[workflow.field] ?? workflow.initial);
}
