import { randomUUID } from 'node:crypto';
import type { NodeDatabase } from '../../database/database.js';
import { list, sql } from '../../database/sql.js';
import type { Tally } from '../import-summary.js';

interface Import {
  readonly kind: string;
  readonly source: string;
  readonly finishedAt: string;
}

/** Notes an import that changed or refused something; one that did neither leaves no trace. */
export async function noteImport(database: NodeDatabase, done: Import, tally: Tally): Promise<void> {
  const { inserted, updated, unchanged, rejected, closed } = tally;
  if (inserted + updated + rejected + closed === 0) return;
  const values = list([
    randomUUID(),
    done.kind,
    done.source,
    done.finishedAt,
    inserted,
    updated,
    unchanged,
    rejected,
    closed,
  ]);
  await database.query(
    sql`INSERT INTO "import_batch" ("id", "kind", "source", "finished_at", "inserted", "updated", "unchanged", "rejected", "closed")
      VALUES (${values})`,
  );
}
