import { OneNXError } from '@onenx/schema';
import { ImportJob, type ImportOrder } from './import-job.js';

/** How many imports a server remembers, in its memory alone. */
const REMEMBERED = 100;

/** How many it lets wait: their files lie on its disk. */
const WAITING = 20;

/** The imports of a server: one after the other, since each keeps a batch of records to itself. */
export class ImportJobs {
  readonly #jobs = new Map<string, ImportJob>();
  readonly #stop = new AbortController();
  #last: Promise<void> = Promise.resolve();

  /** Puts an import at the end of the queue. `over` never rejects. @throws IMPORT_BUSY */
  start(order: ImportOrder): { job: ImportJob; over: Promise<void> } {
    this.expectRoom();
    const job = new ImportJob(order);
    this.#jobs.set(job.id, job);
    this.forgetOldest();
    const over = this.#last.then(async () => job.run(this.#stop.signal));
    this.#last = over;
    return { job, over };
  }

  /** Asked also before a file is taken in. @throws IMPORT_BUSY */
  expectRoom(): void {
    const found = [...this.#jobs.values()].filter((job) => !job.isOver).length;
    if (found >= WAITING) throw new OneNXError('IMPORT_BUSY', { found });
  }

  /** @throws IMPORT_UNKNOWN */
  get(id: string): ImportJob {
    const job = this.#jobs.get(id);
    if (job === undefined) throw new OneNXError('IMPORT_UNKNOWN', { found: id, expected: REMEMBERED });
    return job;
  }

  /** Ends the one that runs between two of its batches, and those that wait before they begin. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#last;
  }

  private forgetOldest(): void {
    for (const [id, job] of this.#jobs) {
      if (this.#jobs.size <= REMEMBERED) return;
      if (job.isOver) this.#jobs.delete(id);
    }
  }
}
