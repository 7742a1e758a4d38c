import type { CodeSet, KindDefinition, LegalParameters, PlaceTree } from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import type { StoredRecord } from '../import/store/stored-record.js';
import type { Actor } from './actor.js';
import type { Problem } from './problem.js';

export interface WorkOptions {
  readonly database: NodeDatabase;
  readonly kinds: readonly KindDefinition[];
  readonly tree: PlaceTree;
  /** The places for which this request is answered. */
  readonly codes: CodeSet;
  readonly parameters: LegalParameters;
  readonly actor: Actor;
  /** In Asia/Shanghai. */
  readonly today: string;
  readonly now: () => Date;
}

/** What became of a change. `record` is as it stands afterwards; of a dry run, as it would. */
export interface Outcome {
  readonly ok: boolean;
  readonly record: StoredRecord | null;
  readonly problems: readonly Problem[];
  readonly conflict: Conflict | null;
}

/** Two changes of one version: what both began from, what the other made of it, and where this one touches the same. */
export interface Conflict {
  /** Null where the version that the change began from is not one of the record's. */
  readonly base: StoredRecord | null;
  readonly current: StoredRecord;
  /** The fields of this change that the other has changed as well. */
  readonly fields: readonly string[];
}
