import {
  isVocabulary,
  withCheckDigits,
  type FieldDefinition,
  type FieldValue,
  type KindDefinition,
} from '@onenx/schema';
import * as fc from 'fast-check';

/** Any value of a field that its definition allows, the personal ones made up. */
export function fieldValue({ type, min, max }: FieldDefinition): fc.Arbitrary<FieldValue> {
  if (isVocabulary(type)) return fc.constantFrom(...type.codes);
  switch (type) {
    case 'integer':
    case 'fen':
      return fc.integer({ min: min ?? 0, max: Math.min(max ?? 500, (min ?? 0) + 500) });
    case 'number':
      return fc.integer({ min: min ?? 0, max: Math.min(max ?? 100, (min ?? 0) + 100) });
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc
        .integer({ min: 0, max: 700 })
        .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
    case 'creditCode':
      return fc
        .integer({ min: 1, max: 9999 })
        .map((n) => withCheckDigits('52310105', `YYYY${String(n).padStart(4, '0')}`));
    case 'measure':
      return fc.constant('population.resident');
    case 'id':
      return fc.constant('310105009000-SP-1');
    default:
      return fc.integer({ min: 1, max: 9 }).map((n) => `示例${n}`);
  }
}

/** Values of some of a kind's fields; those it requires are always there. */
export function recordValues(kind: KindDefinition): fc.Arbitrary<Record<string, FieldValue>> {
  const fields = Object.entries(kind.fields).map(([name, field]) => [
    name,
    field.optional === true ? fc.option(fieldValue(field)) : fieldValue(field),
  ]);
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<FieldValue>>);
}
