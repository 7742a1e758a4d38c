import { isVocabulary, type FieldDefinition, type KindDefinition } from '@onenx/schema';
import { getNamedType, type GraphQLSchema } from 'graphql';
import { inputFields } from './graphql-text.js';
import { code, table, toHeading } from './markdown.js';

const HEADER = ['Field', '中文', 'English', 'Type', 'Required', 'Personal', 'Saved', 'Filter', 'Limits'];

/** The fields of a kind: what they hold, what must be there, how they are set and filtered. */
export function fieldsTable(kind: KindDefinition, schema: GraphQLSchema): string {
  const saved = new Map(inputFields(schema, `${kind.name}Fields`).map(({ name, type }) => [name, type]));
  const filters = new Map(inputFields(schema, `${kind.name}Where`).map(({ name, type }) => [name, getNamedType(type)]));
  const rows = Object.entries(kind.fields).map(([name, field]) => [
    code(name),
    field.zh,
    field.en,
    typeOf(field),
    field.optional === true ? '' : '必填 yes',
    field.personal === true ? '个人信息 personal' : '',
    saved.has(name) ? '保存 save' : '办理 actions',
    filters.get(name)?.name ?? '',
    limits(field),
  ]);
  return table(HEADER, rows);
}

function typeOf({ type, personal = false }: FieldDefinition): string {
  if (!isVocabulary(type)) return type;
  return personal ? type.name : toHeading(type.name);
}

function limits({ min, max, maxLength, dimension }: FieldDefinition): string {
  return [
    min === undefined ? [] : [`≥ ${min}`],
    max === undefined ? [] : [`≤ ${max}`],
    maxLength === undefined ? [] : [`${maxLength} 字 characters`],
    dimension === undefined ? [] : [`维度 dimension ${code(dimension)}`],
  ]
    .flat()
    .join('; ');
}
