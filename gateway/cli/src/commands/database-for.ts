import { dialectOf, loadTree, NodeDatabase, shownLocation } from '@onenx/node';
import { OneNXError, type KindDefinition, type PlaceTree } from '@onenx/schema';
import { databaseFile, partOf } from '../data-directory.js';
import { allKinds, kindsOfLevel } from '../levels.js';

/** The kind of a name as a person writes it: its own, its plural, or its Chinese term. @throws KIND_UNKNOWN */
export function kindNamed(name: string): KindDefinition {
  const wanted = name.toLowerCase();
  const found = allKinds.find(
    (kind) => kind.name.toLowerCase() === wanted || kind.plural.toLowerCase() === wanted || kind.zh === name,
  );
  if (found) return found;
  throw new OneNXError('KIND_UNKNOWN', {
    found: name,
    expected: ['divisions', ...allKinds.map((kind) => kind.name)].join(', '),
  });
}

/** Where a kind's records lie: the database at an address, or its level's in a directory. */
export function locationOf(kind: KindDefinition, into: string): string {
  return dialectOf(into) === 'postgresql' ? into : databaseFile(into, partOf(kind.level));
}

/** Opens a kind's database with its tree for as long as `use` runs. @throws EDITION_UNKNOWN without divisions */
export async function withKind<T>(
  kind: KindDefinition,
  into: string,
  use: (opened: { database: NodeDatabase; tree: PlaceTree }) => Promise<T>,
): Promise<T> {
  const database = await NodeDatabase.open({ location: locationOf(kind, into), kinds: kindsOfLevel[kind.level] });
  try {
    const tree = await loadTree(database);
    if (tree.codes().length === 0) throw new OneNXError('EDITION_UNKNOWN', { found: shownLocation(into) });
    return await use({ database, tree });
  } finally {
    await database.close();
  }
}
