import { LegalParameters } from '@onenx/schema';
import type { NodeDatabase } from '../database/database.js';
import { sql } from '../database/sql.js';
import { fillShipped } from './fill-shipped.js';
import { PARAMETER_KIND } from './import-parameters.js';
import { loadParameters } from './parameter-table.js';
import { shippedParameters } from './shipped-parameters.js';

/** How often a server looks whether another process has imported parameters, in milliseconds. */
const LOOKS_EVERY = 5000;

/** The legal parameters of a running node. Changes rest on those that are in it at their beginning. */
export class ParameterBook {
  #current = new LegalParameters([]);
  #stamp: string | null = null;
  #timer: NodeJS.Timeout | undefined;

  private constructor(private readonly database: NodeDatabase) {}

  /** Fills in what is shipped, reads everything, and from then on takes up what is imported. */
  static async open(database: NodeDatabase): Promise<ParameterBook> {
    await fillShipped(database, shippedParameters().all);
    const book = new ParameterBook(database);
    await book.reload();
    // A database that does not answer now is asked again.
    book.#timer = setInterval(() => void book.look().catch(() => undefined), LOOKS_EVERY).unref();
    return book;
  }

  get current(): LegalParameters {
    return this.#current;
  }

  async reload(): Promise<void> {
    this.#stamp = await this.lastImport();
    this.#current = new LegalParameters(await loadParameters(this.database));
  }

  close(): void {
    clearInterval(this.#timer);
  }

  private async look(): Promise<void> {
    if ((await this.lastImport()) !== this.#stamp) await this.reload();
  }

  private async lastImport(): Promise<string | null> {
    const [row] = await this.database.query<{ last: string | null }>(
      sql`SELECT MAX("finished_at") AS "last" FROM "import_batch" WHERE "kind" = ${PARAMETER_KIND}`,
    );
    return row?.last ?? null;
  }
}
