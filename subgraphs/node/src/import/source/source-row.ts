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

export const BATCH_ROWS = 1000;

/** The rows of a file, which may be read more than once; those of a text are never in memory together, a workbook's are. */
export interface RowSource {
  readonly bytes: number;
  /** The columns in their order; of NDJSON every key that a line has. */
  readonly header: readonly string[];
  /** Batches of up to 1,000 rows; `onBytes` is told how many bytes were read since it was last called. */
  batches(onBytes?: (count: number) => void): AsyncGenerator<SourceRow[]>;
}
