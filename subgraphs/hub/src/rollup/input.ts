import type { PeriodInput } from './period.js';

/** RollupInput as GraphQL hands it over: checked by type, nothing more. */
export interface RollupInput {
  readonly scope: string;
  readonly measures: readonly MeasureInput[];
  readonly by?: readonly string[] | null;
  readonly subtotals?: boolean | null;
  readonly members?: 'WITH_DATA' | 'ALL' | null;
  readonly where?: FilterInput | null;
  readonly having?: readonly ConditionInput[] | null;
  readonly orderBy?: readonly OrderInput[] | null;
  readonly first?: number | null;
  readonly others?: boolean | null;
  readonly period?: PeriodInput | null;
  readonly asOf?: string | null;
  /** As the DateTime scalar reads it. */
  readonly knownAt?: Date | string | null;
  readonly boundaries?: string | null;
  readonly partial?: string | null;
  readonly [later: string]: unknown;
}

export interface MeasureInput {
  readonly of: string;
  readonly as?: string | null;
  readonly args?: { readonly atLeast?: number | null; readonly days?: number | null } | null;
  readonly times?: number | null;
  readonly [later: string]: unknown;
}

export interface FilterInput {
  readonly and?: readonly FilterInput[] | null;
  readonly or?: readonly FilterInput[] | null;
  readonly not?: FilterInput | null;
  readonly dimension?: string | null;
  readonly eq?: string | null;
  readonly in?: readonly string[] | null;
  readonly isNull?: boolean | null;
}

export interface ConditionInput {
  readonly and?: readonly ConditionInput[] | null;
  readonly or?: readonly ConditionInput[] | null;
  readonly measure?: string | null;
  readonly eq?: number | null;
  readonly lt?: number | null;
  readonly lte?: number | null;
  readonly gt?: number | null;
  readonly gte?: number | null;
}

export interface OrderInput {
  readonly measure?: string | null;
  readonly dimension?: string | null;
  readonly direction: 'ASC' | 'DESC';
}
