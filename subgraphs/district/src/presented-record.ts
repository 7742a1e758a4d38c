import type { FieldValue, KindDefinition, RecordValues } from '@onenx/schema';

/**
 * The values of a record that the API shows already, with its place as a code again. Only these are read: what else a shown
 * record has is worked out or loaded when it is touched.
 */
export function presentedRecord(shown: object, { fields }: KindDefinition): RecordValues {
  const presented = shown as RecordValues;
  const names = ['id', 'state', 'synthetic', ...Object.keys(fields)];
  const values = names.map((name): [string, FieldValue] => [name, presented[name] ?? null]);
  const { place } = shown as { place: { code: string } | null };
  return { ...Object.fromEntries(values), place: place?.code ?? null };
}
