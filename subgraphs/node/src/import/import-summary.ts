import type { RowReport } from './rows/row-report.js';

/** What an import did. Of `rows`, each is inserted, updated, unchanged or rejected. */
export interface ImportSummary {
  readonly rows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Records that a snapshot no longer named and that were ended. */
  readonly closed: number;
  /** Records that a snapshot did not name and that were not ended, because the key of some row could not be read. */
  readonly withheld: number;
  /** The first 100; all of them are in `rejectsFile`. */
  readonly problems: readonly RowReport[];
  readonly rejectsFile: string | null;
}

export interface ImportProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
  readonly landed: number;
  readonly rejected: number;
}

/** The numbers of a running import. */
export class Tally {
  rows = 0;
  inserted = 0;
  updated = 0;
  unchanged = 0;
  rejected = 0;
  closed = 0;
  withheld = 0;
  bytesRead = 0;

  constructor(private readonly bytesTotal: number) {}

  progress(): ImportProgress {
    const { bytesRead, bytesTotal, rows, inserted, updated, unchanged, rejected } = this;
    return { bytesRead, bytesTotal, rows, landed: inserted + updated + unchanged, rejected };
  }

  summary(problems: readonly RowReport[], rejectsFile: string | null): ImportSummary {
    const { rows, inserted, updated, unchanged, rejected, closed, withheld } = this;
    return { rows, inserted, updated, unchanged, rejected, closed, withheld, problems, rejectsFile };
  }
}
