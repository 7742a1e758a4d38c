import { isVocabulary, type FieldDefinition, type KindDefinition } from '@onenx/schema';
import { defineEntity, p, type EntitySchema, type PropertyBuilders } from '@mikro-orm/core';
import { historyOf, snakeCase, tableOf } from './columns.js';
import type { Dialect } from './dialect.js';

type Builders = PropertyBuilders;
type Column = ReturnType<Builders['string']> | ReturnType<Builders['integer']>;

/**
 * The table of a record kind. Text is compared by code point on both databases (PostgreSQL: COLLATE "C"), so that order
 * and cursors agree; days are text of fixed length for the same reason; money is a 64-bit integer of fen.
 */
export function recordEntity(kind: KindDefinition, dialect: Dialect): EntitySchema {
  const text = textColumn(dialect);
  return defineEntity({
    name: kind.name,
    tableName: tableOf(kind),
    properties: { ...columnsOf(kind, text), id: text().primary(), place: text().index() },
    // Records of one organization are found by its code, over all kinds.
    indexes: creditCodesOf(kind).map((field) => ({ properties: [field] as never[] })),
    uniques: [{ properties: ['sourceSystem', 'sourceKey'] as never[], name: `${tableOf(kind)}_source` }],
  });
}

/** What the records of a kind said before: each version that another took the place of, and when it did. */
export function historyEntity(kind: KindDefinition, dialect: Dialect): EntitySchema {
  const text = textColumn(dialect);
  return defineEntity({
    name: `${kind.name}History`,
    tableName: historyOf(kind),
    properties: {
      ...columnsOf(kind, text),
      id: text().primary(),
      version: p.integer().primary(),
      knownUntil: text().fieldName('known_until'),
    },
  });
}

function creditCodesOf({ fields }: KindDefinition): string[] {
  return Object.keys(fields).filter((name) => fields[name]?.type === 'creditCode');
}

type Text = () => ReturnType<Builders['string']>;

function columnsOf(kind: KindDefinition, text: Text): Record<string, Column> {
  const properties: Record<string, unknown> = {
    id: text(),
    place: text(),
    version: p.integer(),
    state: text(),
    updatedAt: text().fieldName('updated_at'),
    recordedAt: text().fieldName('recorded_at'),
    sourceSystem: text().fieldName('source_system'),
    sourceKey: text().fieldName('source_key').nullable(),
    synthetic: p.boolean(),
    shareClass: text().fieldName('share_class'),
    openClass: text().fieldName('open_class'),
    action: text().nullable(),
    actor: text().nullable(),
    reason: text().nullable(),
  };
  for (const [name, field] of Object.entries(kind.fields)) {
    const column = columnOf(field, text).fieldName(snakeCase(name));
    properties[name] = field.optional ? column.nullable() : column;
  }
  return properties as Record<string, Column>;
}

function columnOf(field: FieldDefinition, text: Text): Column {
  if (isVocabulary(field.type)) return text();
  switch (field.type) {
    case 'integer':
      return p.integer();
    case 'number':
      return p.double() as unknown as Column;
    case 'fen':
      return p.bigint('number');
    case 'boolean':
      return p.boolean() as unknown as Column;
    default:
      return text();
  }
}

/** A text column that compares by code point. */
export function textColumn(dialect: Dialect): Text {
  return () => {
    const column = p.string().columnType('text');
    return (dialect === 'postgresql' ? column.collation('C') : column) as ReturnType<Builders['string']>;
  };
}
