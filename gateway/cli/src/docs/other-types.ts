import type { KindDefinition } from '@onenx/schema';
import {
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { describedRow } from './graphql-text.js';
import { kindNames } from './kind-names.js';
import { code, table } from './markdown.js';

type WithFields = GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType;

/** The types of a level that are no kind's: scalars as a table, then each type with its fields. */
export function otherTypes(kinds: readonly KindDefinition[], schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).sort((a, b) => (a.name < b.name ? -1 : 1));
  const scalars = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type) && !isOfFederation(type));
  const { types: told } = kindNames(kinds);
  const others = types.filter(isWithFields).filter((type) => !told.has(type.name) && !isTold(type, schema));
  return [
    table(
      ['Scalar', 'Description'],
      scalars.map(({ name, description }) => [code(name), description ?? '']),
    ),
    ...others.map(section),
  ].join('\n\n');
}

function section(type: WithFields): string {
  const isRecord = isInterfaceType(type) && type.getInterfaces().some(({ name }) => name === 'Record');
  const shared = new Set(isRecord ? type.getInterfaces().flatMap((one) => Object.keys(one.getFields())) : []);
  const rows = Object.values(type.getFields()).filter(({ name }) => !shared.has(name));
  return [
    `### ${type.name}`,
    type.description ?? '',
    ...(isRecord ? ['A [Record](#record).'] : []),
    ...(rows.length === 0 ? [] : [table(['Field', 'Type', 'Description'], rows.map(describedRow))]),
  ].join('\n\n');
}

function isWithFields(type: GraphQLNamedType): type is WithFields {
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
}

/** Roots, records and filters have sections of their own; a place of one level is a `Place` with the lists. */
function isTold(type: WithFields, schema: GraphQLSchema): boolean {
  const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
  const isPlace = isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Place');
  const isFilter = isInputObjectType(type) && type.name.endsWith('Filter');
  return isIntrospectionType(type) || isRoot || isPlace || isFilter || type.name === 'Record';
}

function isOfFederation({ name }: GraphQLNamedType): boolean {
  return name.startsWith('_') || name.includes('__');
}
