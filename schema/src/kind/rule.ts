import type { RecordValues } from './kind.js';

/** What a rule may look at. It is pure: the node loads what it needs beforehand. */
export interface RuleInput {
  /** Null for a new record. */
  readonly before: RecordValues | null;
  /** The record as it would be. */
  readonly after: RecordValues;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
  /** The records of `needs`, by the name given there; those of the same node alone, ended ones too. */
  readonly related: Readonly<Record<string, readonly RecordValues[]>>;
  /** A legal term or threshold in force at the record's place today. @throws PARAMETER_UNKNOWN */
  readonly parameter: (name: string) => number;
}

/** What breaks a rule: the field it shows at, what was found and what was expected. No personal data. */
export interface Broken {
  readonly field?: string;
  readonly found: string | number;
  readonly expected: string | number;
}

/** Records of another kind in the same node, found by equal values: their field → the field of the record at hand. */
export interface RelatedRecords {
  readonly kind: string;
  readonly match: Readonly<Record<string, string>>;
}

/** A rule of law or of the house that a change must keep. */
export interface Rule {
  /** Unique in a hub: `TEAM_MEMBERS`. */
  readonly code: string;
  /** What the rule demands, as a sentence. */
  readonly zh: string;
  readonly en: string;
  /** Standard and clause. */
  readonly source: string;
  /** True where the source is not confirmed ([GK]): shown to the reader. */
  readonly unconfirmed?: boolean;
  /** A WARNING is told and does not refuse. Default ERROR. */
  readonly severity?: 'ERROR' | 'WARNING';
  readonly needs?: Readonly<Record<string, RelatedRecords>>;
  /** Null when the rule is kept. */
  readonly check: (input: RuleInput) => Broken | null;
}
