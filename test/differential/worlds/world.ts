import type { TestSubgraph } from '../../../gateway/src/testing/compose.js';
import type { Known } from '../../../gateway/src/testing/random-input.js';
import type { Operation } from '../answer.js';
import type { DifferenceName } from '../differences.js';

/** A supergraph made by hand around one theme of federation, and operations that go where it is hard. */
export interface World {
  readonly name: string;
  readonly subgraphs: readonly TestSubgraph[];
  /** Operations that both gateways must answer alike. */
  readonly operations: readonly (string | Operation)[];
  /** Operations that the oracle answers wrongly: the right data, and which difference of `differences.ts` it is. */
  readonly differing?: readonly {
    readonly query: string;
    readonly data: object;
    readonly difference: DifferenceName;
  }[];
  /** Operations that we cannot answer, and the code of our error. */
  readonly limits?: readonly { readonly query: string; readonly code: 'PLAN_UNSUPPORTED' | 'LEVEL_FAULT' }[];
  /** True where random operations would meet the differences above again and again. */
  readonly byHandOnly?: boolean;
  /** True where a subgraph answers that it does not have an entity. */
  readonly hasAbsent?: boolean;
  /** Literals for arguments of random operations. */
  readonly known?: Known;
}

/** The record in which every given key that is not null has the record's value; a null names nothing. */
export function byKeys<Row extends object>(rows: readonly Row[], keys: readonly (keyof Row & string)[]) {
  return (given: Readonly<Record<string, unknown>>): (Row & { readonly given: object }) | null => {
    const known = keys.filter((key) => (given[key] ?? null) !== null);
    const row = rows.find((one) => known.every((key) => JSON.stringify(one[key]) === JSON.stringify(given[key])));
    return known.length === 0 || row === undefined ? null : { ...row, given };
  };
}
