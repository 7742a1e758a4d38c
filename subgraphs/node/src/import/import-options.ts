import type { CodeSet, KindDefinition, PlaceTree } from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import type { ColumnMap } from './columns/header.js';
import type { ImportProgress } from './import-summary.js';

export interface ImportOptions {
  readonly database: NodeDatabase;
  readonly kind: KindDefinition;
  /** The path of a CSV or NDJSON file, or of an Excel workbook. */
  readonly file: string;
  /** The system that the records come from. */
  readonly source: string;
  /** The role in whose name it is made, for the history of the records; null when left out. */
  readonly actor?: string;
  readonly tree: PlaceTree;
  /** The codes of the node; all when left out. */
  readonly owns?: CodeSet;
  /** `snapshot`: the file is the whole of its source, and what it does not name has ended. */
  readonly mode?: 'delta' | 'snapshot';
  /** Of the open records of a snapshot's source, in percent; 5 when left out. */
  readonly maxClosePercent?: number;
  readonly map?: ColumnMap;
  /** `<file>.rejected.csv` when left out. */
  readonly rejectsFile?: string;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly now?: () => Date;
  /** Stops the import between two batches, with its reason as the error. */
  readonly signal?: AbortSignal;
}
