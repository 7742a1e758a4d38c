import type { ErrorParams } from '@onenx/schema';

/** A cell as the file has it: text in CSV, a value of JSON otherwise; `undefined` where a line of NDJSON lacks the key. */
export type Cell = string | number | boolean | null | undefined;

/** A row of a file; `malformed` says why it has no cells. */
export interface SourceRow {
  /** The line on which the row begins; the first line of the file is 1. */
  readonly line: number;
  /** In the order of the header. */
  readonly cells: readonly Cell[];
  /** The parameters of ROW_MALFORMED, without anything of the row's content. */
  readonly malformed?: ErrorParams;
}
