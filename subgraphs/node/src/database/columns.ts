import type { KindDefinition } from '@onenx/schema';

/** The columns that every record has beside the fields of its kind. Days are `YYYY-MM-DD`, moments ISO 8601 in UTC. */
export const BASE_COLUMNS = [
  'id',
  'place',
  'version',
  'state',
  'updatedAt',
  'recordedAt',
  'sourceSystem',
  'sourceKey',
  'synthetic',
  'shareClass',
  'openClass',
  // What made this version: a mutation or an import, by which role, and why where it corrects what was locked.
  'action',
  'actor',
  'reason',
] as const;

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function tableOf(kind: KindDefinition): string {
  return snakeCase(kind.name).slice(1);
}

/** The table of a kind's superseded versions: the same columns, and when each was superseded. */
export function historyOf(kind: KindDefinition): string {
  return `${tableOf(kind)}_history`;
}

/** Every column of a kind by the name of its field, in the order of its table. */
export function fieldsOf(kind: KindDefinition): readonly string[] {
  return [...BASE_COLUMNS, ...Object.keys(kind.fields)];
}
