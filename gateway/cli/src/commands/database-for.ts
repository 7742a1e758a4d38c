import { dialectOf, kindNamed as kindOf, loadTree, NodeDatabase, shownLocation } from '@onenx/node';
import { OneNXError, type KindDefinition, type PlaceTree } from '@onenx/schema';
import { databaseFile, partOf } from '../data-directory.js';
import { allKinds, kindsOfLevel } from '../levels.js';
import { registerEntry } from '../registers/register-entry.kind.js';

/** What is imported and exported as records are: the kinds of the levels, and the hub's register of nodes. */
const named: readonly KindDefinition[] = [registerEntry, ...allKinds];

/** The kind of a name as a person writes it. @throws KIND_UNKNOWN */
export function kindNamed(name: string): KindDefinition {
  return kindOf(named, name, ['divisions']);
}

/** Where a kind's records lie: the database at an address, or its level's in a directory. */
export function locationOf(kind: KindDefinition, into: string): string {
  return dialectOf(into) === 'postgresql'
    ? into
    : databaseFile(into, kind === registerEntry ? 'hub' : partOf(kind.level));
}

/** Opens a kind's database with its tree for as long as `use` runs. @throws EDITION_UNKNOWN without divisions */
export async function withKind<T>(
  kind: KindDefinition,
  into: string,
  use: (opened: { database: NodeDatabase; tree: PlaceTree }) => Promise<T>,
): Promise<T> {
  const kinds = kind === registerEntry ? [registerEntry] : kindsOfLevel[kind.level];
  const database = await NodeDatabase.open({ location: locationOf(kind, into), kinds });
  try {
    const tree = await loadTree(database);
    if (tree.codes().length === 0) throw new OneNXError('EDITION_UNKNOWN', { found: shownLocation(into) });
    return await use({ database, tree });
  } finally {
    await database.close();
  }
}
