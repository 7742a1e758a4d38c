import type { Level } from '../division/level.js';
import type { MeasureDefinition } from '../measures/measure.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Role } from '../access/role.js';
import type { Rule } from './rule.js';
import { managedFields, type WorkflowDefinition } from './workflow.js';

/**
 * What a field holds. `date` is a day `YYYY-MM-DD` in Asia/Shanghai; `fen` is money in integer fen (分);
 * `creditCode` a unified social credit code (GB 32100-2015); `measure` the name of an observed measure; `id` the id of
 * another record, in whatever node.
 */
export type FieldType = 'text' | 'integer' | 'number' | 'fen' | 'boolean' | 'date' | 'creditCode' | 'measure' | 'id';

export interface FieldDefinition {
  readonly type: FieldType | Vocabulary;
  readonly zh: string;
  readonly en: string;
  /** Required unless said otherwise: an empty cell is refused with VALUE_REQUIRED. */
  readonly optional?: boolean;
  /** Personal data: kept in the node, never served, logged or echoed in an error. */
  readonly personal?: boolean;
  /** The dimension of roll-ups that this field answers, when it is one. */
  readonly dimension?: string;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
}

/** A problem of a whole row: the catalogue's code and its parameters. */
export interface RowProblem {
  readonly code:
    | 'DATES_REVERSED'
    | 'NUMERATOR_EXCEEDS'
    | 'MEASURE_OWNER_LEVEL'
    | 'MEASURE_UNKNOWN'
    | 'NUMBER_INVALID'
    | 'VALUE_NOT_IN_LIST';
  readonly field: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type FieldValue = string | number | boolean | null;
export type RecordValues = Readonly<Record<string, FieldValue>>;

/**
 * A record kind, said once. The GraphQL type, the table, lists, import, export, template and the SQL of its parts are
 * all made from this.
 */
export interface KindDefinition {
  /** The GraphQL type: `ActivityTeam`. */
  readonly name: string;
  /** The list's name at the root and on a place: `activityTeams`. */
  readonly plural: string;
  /** The segment of an id that names the kind, unique in a hub: `T` in `310105009000-T-0001`. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly level: Level;
  /** The interfaces beside Node and Record. */
  readonly interfaces: readonly ('Organization' | 'Project' | 'Evaluation')[];
  /** The fields of the natural key, `place` or fields of the kind, unique within a node. */
  readonly key: readonly string[];
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  /** The first day on which a record counts, and the first on which it no longer does (null: still counts). */
  readonly validity: { readonly from: string; readonly to: string };
  /** Dimensions that have one value for the whole kind, such as `tier`. */
  readonly constants?: Readonly<Record<string, string>>;
  readonly check?: (values: RecordValues) => RowProblem | null;
  /** What a record must keep when it is saved through the API; an import checks fields and `check` alone. */
  readonly rules?: readonly Rule[];
  /** The work on a record; without one it is only saved. */
  readonly workflow?: WorkflowDefinition;
  /** Who may save; left out: the officers of the owner level. */
  readonly savedBy?: readonly Role[];
  /** The field of a mutation's input and payload that holds the record: `team`. Left out: the type's name. */
  readonly noun?: string;
  /** The measures that this kind feeds. */
  readonly measures: readonly MeasureDefinition[];
}

/** @throws Error where the definition names a field that the kind does not have: a mistake of the program. */
export function defineKind(kind: KindDefinition): KindDefinition {
  const named = [
    ...kind.key.filter((field) => field !== 'place'),
    kind.validity.from,
    kind.validity.to,
    ...(kind.workflow === undefined ? [] : fieldsOfWorkflow(kind.workflow)),
  ];
  const taken = Object.keys(kind.fields).find((field) => RECORD_FIELDS.has(field));
  if (taken !== undefined) throw new Error(`${kind.name} names a field ${taken}, which every record has`);
  const missing = named.find((field) => kind.fields[field] === undefined);
  if (missing !== undefined) throw new Error(`${kind.name} names the field ${missing}, which it does not have`);
  return kind;
}

/** What every record has beside its kind's fields. */
const RECORD_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'place',
  'version',
  'state',
  'updatedAt',
  'recordedAt',
  'source',
  'sourceSystem',
  'sourceKey',
  'externalId',
  'externalIds',
  'synthetic',
  'shareClass',
  'openClass',
  'action',
  'actor',
  'reason',
  'allowedActions',
  'history',
  'attachments',
  'knownUntil',
  // What every change is asked with beside the record's fields.
  'requestId',
  'expectedVersion',
  'dryRun',
  'correction',
  'decision',
  'asDraft',
]);

function fieldsOfWorkflow(workflow: WorkflowDefinition): string[] {
  const taken = Object.values(workflow.actions).flatMap(({ takes = {} }) => Object.keys(takes));
  return [...managedFields(workflow), ...taken];
}

export function isVocabulary(type: FieldType | Vocabulary): type is Vocabulary {
  return typeof type === 'object';
}
