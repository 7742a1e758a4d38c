import type { Role } from '../access/role.js';
import type { RecordValues } from './kind.js';
import type { RelatedRecords, Rule, RuleInput } from './rule.js';

/** A move of a record from one state of its work to another: one mutation. */
export interface ActionDefinition {
  readonly zh: string;
  readonly en: string;
  /** The states from which it may be made. */
  readonly from: readonly string[];
  /** The state that it leads to; left out where the state stays. */
  readonly to?: string;
  readonly by: readonly Role[];
  /** Fields of the kind that the mutation takes beside the usual ones. */
  readonly takes?: Readonly<Record<string, 'required' | 'optional'>>;
  /** Days that become today where the action does not take and get them. */
  readonly stamps?: readonly string[];
  /** Records that `sets` and `rules` look at. */
  readonly needs?: Readonly<Record<string, RelatedRecords>>;
  /** Further values that follow: a term's end, a next level. `after` has the new state, what was taken and the stamps. */
  readonly sets?: (input: RuleInput) => RecordValues;
  readonly rules?: readonly Rule[];
  /** Where the procedure comes from. */
  readonly source: string;
}

/** The work on a kind as a state machine; its state is a field of the record, whose vocabulary lists the states. */
export interface WorkflowDefinition {
  readonly field: string;
  /** The state of a record that is saved for the first time. */
  readonly initial: string;
  /** By the mutation's name, unique in a hub: `renewTeamFiling`. */
  readonly actions: Readonly<Record<string, ActionDefinition>>;
  /** Fields that only actions change, beside the state and what is stamped; each is optional in the kind. */
  readonly managed?: readonly string[];
}

/** The fields that saving does not touch: the state and what actions alone write. */
export function managedFields({ field, actions, managed = [] }: WorkflowDefinition): ReadonlySet<string> {
  const stamped = Object.values(actions).flatMap(({ stamps = [] }) => stamps);
  return new Set([field, ...stamped, ...managed]);
}
