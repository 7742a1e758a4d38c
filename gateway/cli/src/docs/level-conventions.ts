import type { KindDefinition } from '@onenx/schema';
import { isInputObjectType, type GraphQLSchema } from 'graphql';
import { commonInputs } from './common-inputs.js';
import { describedRow, outputFields, typeText } from './graphql-text.js';
import { kindNames } from './kind-names.js';
import { code, table } from './markdown.js';

const FIELD = ['Field', 'Type', 'Description'];

/** What holds for every kind of a level, told once: records, lists, filters and changes. */
export function conventions(kinds: readonly KindDefinition[], schema: GraphQLSchema): string {
  return [
    '## Record',
    'Every record has these fields beside its own.',
    table(FIELD, outputFields(schema, 'Record').map(describedRow)),
    '## Lists',
    'Every list takes these arguments and answers a connection with `nodes`, `edges`, `pageInfo`, `totalCount` and `coverage`. `where` has a filter for each field that is not personal, and `and`, `or` and `not`.',
    table(['Argument', 'Type', 'Description'], listArguments(kinds, schema)),
    table(['Filter', 'Operators'], filters(schema)),
    '## Changes',
    'Every mutation takes one `input` and answers a payload. A refusal is data: `ok` is false and `problems` say why; a fault is an error. Every change is asked with (`id` may be left out only to save a new record):',
    table(FIELD, [...commonInputs(schema).values()].map(describedRow)),
    'The payload has the record, where the change was made, `problems` (each a [Problem](#problem)) and, where somebody was faster, `conflict` with the version that both began from (`base`), the `current` one and the `fields` that both changed.',
    '## Other fields of the roots',
    table(['Field', 'Answer', 'Description'], otherRoots(kinds, schema)),
  ].join('\n\n');
}

function listArguments(kinds: readonly KindDefinition[], schema: GraphQLSchema): string[][] {
  const names = new Set(kinds.map(({ plural }) => plural));
  const list = outputFields(schema, 'Query').find(({ name }) => names.has(name));
  // `where` alone differs from list to list: its type is the kind's name and Where.
  return (list?.args ?? []).map((argument) =>
    argument.name === 'where' ? [code('where'), code('…Where'), argument.description ?? ''] : describedRow(argument),
  );
}

/** Filters with the same operators stand in one row: those of code lists all do. */
function filters(schema: GraphQLSchema): string[][] {
  const named = Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .filter(({ name }) => name.endsWith('Filter'));
  const byOperators = Map.groupBy(named, (type) =>
    Object.values(type.getFields())
      .map(({ name, description }) => `${code(name)} ${description ?? ''}`)
      .join('; '),
  );
  return [...byOperators].map(([operators, types]) => [types.map(({ name }) => code(name)).join(' '), operators]);
}

function otherRoots(kinds: readonly KindDefinition[], schema: GraphQLSchema): string[][] {
  const { roots } = kindNames(kinds);
  return [...outputFields(schema, 'Query'), ...outputFields(schema, 'Mutation')]
    .filter(({ name }) => !roots.has(name))
    .map(({ name, args, type, description }) => [
      code(
        `${name}${args.length === 0 ? '' : `(${args.map((one) => `${one.name}: ${one.type.toString()}`).join(', ')})`}`,
      ),
      typeText(type),
      description ?? '',
    ]);
}
