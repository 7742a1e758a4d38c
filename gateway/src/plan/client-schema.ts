import {
  buildASTSchema,
  Kind,
  parse,
  visit,
  type DefinitionNode,
  type GraphQLSchema,
  specifiedDirectives,
  specifiedScalarTypes,
} from 'graphql';
import { attachScalars, type ScalarParser } from './custom-scalars.js';

const builtIn = new Set([...specifiedScalarTypes, ...specifiedDirectives].map(({ name }) => name));

/**
 * The schema that clients see, from the planner's text of it. That text also spells out what every schema has by itself
 * (introspection, built-in scalars and directives); graphql-js brings its own, so they are left out here.
 */
export function clientSchema(sdl: string, scalars: Readonly<Record<string, ScalarParser>>): GraphQLSchema {
  const document = parse(sdl, { noLocation: true });
  const own = document.definitions.filter((definition) => !isImplied(definition));
  const shown = new Set(own.flatMap((definition) => ('name' in definition ? definition.name?.value : undefined) ?? []));
  const definitions = own.map((definition) =>
    visit(definition, {
      FieldDefinition: ({ name }) => (name.value.startsWith('__') ? null : undefined),
      // It leaves out types that clients cannot see, and not always what is said of them.
      NamedType: ({ name }) => (shown.has(name.value) || builtIn.has(name.value) ? undefined : null),
    }),
  );
  const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValid: true, assumeValidSDL: true });
  attachScalars(schema, scalars);
  return schema;
}

function isImplied(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.SCHEMA_DEFINITION || !('name' in definition) || definition.name === undefined)
    return false;
  return definition.name.value.startsWith('__') || builtIn.has(definition.name.value);
}
