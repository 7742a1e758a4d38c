import { OneNXError, type Language } from '@onenx/schema';
import { randomUUID } from 'node:crypto';
import type { ImportProgress, ImportSummary } from '../../import/import-summary.js';
import { toldError } from '../rest/tell-error.js';
import type { ToldError } from '../internal-fault.js';

/** Imports a file that lies ready. */
export type RunImport = (watch: {
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
}) => Promise<ImportSummary>;

export interface ImportOrder {
  /** The name of a kind, or what else is imported. */
  readonly kind: string;
  readonly source: string;
  readonly bytes: number;
  readonly run: RunImport;
}

/** One import of a server, from its order to its end. */
export class ImportJob {
  readonly id = randomUUID();
  summary: ImportSummary | null = null;
  /** What it failed with, or null. */
  error: unknown = null;
  #state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' = 'WAITING';
  #progress: ImportProgress;

  constructor(private readonly order: ImportOrder) {
    this.#progress = { bytesRead: 0, bytesTotal: order.bytes, rows: 0, landed: 0, rejected: 0 };
  }

  get isOver(): boolean {
    return this.#state === 'DONE' || this.#state === 'FAILED';
  }

  /** Never rejects: what it failed with is told to whoever asks. */
  async run(signal: AbortSignal): Promise<void> {
    this.#state = 'RUNNING';
    try {
      signal.throwIfAborted();
      this.summary = await this.order.run({ signal, onProgress: (progress) => (this.#progress = progress) });
      this.#progress = { ...this.#progress, rows: this.summary.rows, bytesRead: this.#progress.bytesTotal };
      this.#state = 'DONE';
    } catch (error) {
      this.error = signal.aborted ? new OneNXError('IMPORT_STOPPED', { found: this.#progress.rows }) : error;
      this.#state = 'FAILED';
    }
  }

  /** How far it is, and once it is over what it did or why it failed. */
  view(language: Language): object {
    const { kind, source } = this.order;
    const { id, summary } = this;
    const shown = summary === null ? null : summaryOf(summary);
    const error: ToldError | null = this.error === null ? null : toldError(this.error, language);
    return { id, kind, source, state: this.#state, ...this.#progress, summary: shown, error };
  }
}

/** A summary without what is of this machine alone. */
export function summaryOf(summary: ImportSummary): Omit<ImportSummary, 'rejectsFile'> {
  const { rows, inserted, updated, unchanged, rejected, closed, withheld, problems } = summary;
  return { rows, inserted, updated, unchanged, rejected, closed, withheld, problems };
}
