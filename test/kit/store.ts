import { fieldsOf, snakeCase, tableOf, type NodeDatabase } from '@onenx/node';
import type { KindDefinition, PlaceTree } from '@onenx/schema';

export type Values = Readonly<Record<string, string | number | boolean | null>>;

const COMMON: Values = {
  version: 1,
  state: 'APPROVED_DISTRICT',
  updatedAt: '2024-05-06T00:00:00.000Z',
  recordedAt: '2024-05-06T00:00:00.000Z',
  sourceSystem: 'test',
  sourceKey: null,
  synthetic: true,
  shareClass: 'CONDITIONAL',
  openClass: 'CLOSED',
};

/** Puts records into the table of a kind as they are, past import and its rules; what is not said is null. */
export async function put(database: NodeDatabase, kind: KindDefinition, records: readonly Values[]): Promise<void> {
  const fields = fieldsOf(kind);
  const rows = records.map((record) => fields.map((field) => ({ ...COMMON, ...record })[field] ?? null));
  await insert(database, `"${tableOf(kind)}" (${fields.map((field) => `"${snakeCase(field)}"`).join(', ')})`, rows);
}

export async function putTree(database: NodeDatabase, tree: PlaceTree): Promise<void> {
  const versions = tree.codes().flatMap((code) => tree.editions.map(({ validFrom }) => tree.version(code, validFrom)));
  const rows = [...new Set(versions)].flatMap((place) =>
    place === undefined
      ? []
      : [
          [
            place.code,
            place.validFrom,
            place.validTo,
            place.name,
            place.level,
            place.kind,
            place.parent,
            place.predecessors.join(' '),
            true,
          ],
        ],
  );
  await insert(
    database,
    '"place_version" ("code", "valid_from", "valid_to", "name", "level", "kind", "parent", "predecessors", "synthetic")',
    rows,
  );
}

export async function clear(database: NodeDatabase, kinds: readonly KindDefinition[]): Promise<void> {
  for (const kind of kinds) await database.query({ text: `DELETE FROM "${tableOf(kind)}"`, params: [] });
}

async function insert(
  database: NodeDatabase,
  into: string,
  rows: readonly (readonly Values[string][])[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 200) {
    const some = rows.slice(at, at + 200);
    const values = some.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ');
    await database.query({ text: `INSERT INTO ${into} VALUES ${values}`, params: some.flat() });
  }
}
