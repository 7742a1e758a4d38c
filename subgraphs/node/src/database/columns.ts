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
] as const;

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function tableOf(kind: KindDefinition): string {
  return snakeCase(kind.name).slice(1);
}

/** Every column of a kind by the name of its field, in the order of its table. */
export function fieldsOf(kind: KindDefinition): readonly string[] {
  return [...BASE_COLUMNS, ...Object.keys(kind.fields)];
}
