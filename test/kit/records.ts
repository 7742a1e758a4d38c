import { committeeKinds } from '@onenx/committee';
import { districtKinds } from '@onenx/district';
import { snakeCase, tableOf, type NodeDatabase } from '@onenx/node';
import {
  PlaceTree,
  placeKind,
  placeLevel,
  withCheckDigits,
  type KindDefinition,
  type PlaceVersion,
} from '@onenx/schema';
import { streetKinds } from '@onenx/street';

export const allKinds: readonly KindDefinition[] = [...districtKinds, ...streetKinds, ...committeeKinds];

export function kindNamed(name: string): KindDefinition {
  const kind = allKinds.find((one) => one.name === name);
  if (!kind) throw new Error(`no kind ${name}`);
  return kind;
}

export const organization = kindNamed('RegisteredOrganization');
export const team = kindNamed('ActivityTeam');

export const DISTRICT = '310105000000';
export const STREET = '310105001000';
export const OTHER_STREET = '310105002000';
export const COMMITTEE = '310105001001';

function version(code: string, parent: string | null): PlaceVersion {
  const fixed = { validFrom: '2000-01-01', validTo: null, predecessors: [], synthetic: true };
  return { code, name: `示例${code}`, level: placeLevel(code), kind: placeKind(code), parent, ...fixed };
}

/** A district with two streets, one of which has a committee. */
export const tree = PlaceTree.of([
  version(DISTRICT, null),
  version(STREET, DISTRICT),
  version(OTHER_STREET, DISTRICT),
  version(COMMITTEE, STREET),
]);

/** The n-th of a row of valid credit codes of the reserved range. */
export function creditCode(n: number): string {
  return withCheckDigits('52310105', `YYYY${String(n).padStart(4, '0')}`);
}

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A valid row of a file of organizations, with what a test says otherwise. */
export function organizationRow(n: number, changes: Row = {}): Row {
  const fixed = {
    legalForm: 'SERVICE_ORG',
    status: 'ACTIVE',
    registrationMode: 'DIRECT',
    communityOrganization: 'true',
  };
  return { place: STREET, uscc: creditCode(n), name: `示例组织${n}`, ...fixed, registeredAt: '2014-03-01', ...changes };
}

export function teamRow(n: number, changes: Row = {}): Row {
  const fixed = { category: 'CULTURE_SPORT', status: 'FILED', filedAt: '2024-05-06' };
  return { place: STREET, teamNo: `T${n}`, name: `示例团队${n}`, ...fixed, ...changes };
}

/** Rows as CSV; the columns are the keys of the first row. */
export function csv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Everything stored of a kind, by id, without the moment at which it was stored. */
export async function stored(database: NodeDatabase, kind: KindDefinition): Promise<Record<string, unknown>[]> {
  const text = `SELECT * FROM "${tableOf(kind)}" ORDER BY "id"`;
  const rows = await database.query<Record<string, unknown>>({ text, params: [] });
  const booleans = Object.keys(kind.fields).filter((field) => kind.fields[field]?.type === 'boolean');
  return rows.map(({ ...row }) => {
    delete row['recorded_at'];
    for (const name of ['synthetic', ...booleans.map(snakeCase)]) row[name] = Boolean(row[name]);
    return row;
  });
}
