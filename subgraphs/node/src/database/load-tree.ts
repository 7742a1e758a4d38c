import { PlaceTree, type DivisionCode, type Level, type PlaceKind } from '@onenx/schema';
import type { NodeDatabase } from './database.js';
import { sql } from './sql.js';

interface PlaceRow {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly kind: PlaceKind;
  readonly parent: DivisionCode | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly predecessors: string;
  readonly synthetic: boolean | number;
}

/** The tree of places that is loaded in a node; without any place when no divisions were imported yet. */
export async function loadTree(database: NodeDatabase): Promise<PlaceTree> {
  const rows = await database.query<PlaceRow>(sql`SELECT * FROM "place_version" ORDER BY "code", "valid_from"`);
  return PlaceTree.of(
    rows.map(({ code, name, level, kind, parent, valid_from, valid_to, predecessors, synthetic }) => ({
      code,
      name,
      level,
      kind,
      parent,
      validFrom: valid_from,
      validTo: valid_to,
      predecessors: predecessors.split(' ').filter((predecessor) => predecessor !== ''),
      synthetic: Boolean(synthetic),
    })),
  );
}
