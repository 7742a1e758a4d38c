import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLOutputType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { code, toHeading } from './markdown.js';

type Described = GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLArgument;

/** The fields of a type of the schema. @throws Error where the type has none: the caller named a wrong one */
export function outputFields(schema: GraphQLSchema, name: string): GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  if (isObjectType(type) || isInterfaceType(type)) return Object.values(type.getFields());
  throw new Error(`the schema has no type ${name} with fields`);
}

/** The fields of an input of the schema. @throws Error where it has no such input */
export function inputFields(schema: GraphQLSchema, name: string): GraphQLInputField[] {
  const type = schema.getType(name);
  if (isInputObjectType(type)) return Object.values(type.getFields());
  throw new Error(`the schema has no input ${name}`);
}

export function mutation(schema: GraphQLSchema, name: string): GraphQLField<unknown, unknown> {
  const found = schema.getMutationType()?.getFields()[name];
  if (found === undefined) throw new Error(`the schema has no mutation ${name}`);
  return found;
}

/** The input of a mutation: the type of its only argument. */
export function inputOf(schema: GraphQLSchema, name: string): GraphQLInputField[] {
  return mutation(schema, name).args.flatMap(({ type }) => inputFields(schema, getNamedType(type).name));
}

/** A type as it is written; one that has a heading of its own leads to it. */
export function typeText(type: GraphQLOutputType | GraphQLInputType): string {
  const named = getNamedType(type);
  const text = type.toString();
  if (isScalarType(named) || isInputObjectType(named)) return code(text);
  const [before = '', after = ''] = text.split(named.name);
  return `${bare(before)}${toHeading(named.name)}${bare(after)}`;
}

/** Brackets of a list beside a link: without the backslash they would be read as one. */
function bare(brackets: string): string {
  return brackets.replaceAll('[', '\\[').replaceAll(']', '\\]');
}

/** Name (with its arguments), type and description, as a row. */
export function describedRow(field: Described): string[] {
  const args = 'args' in field ? field.args.map(({ name }) => name) : [];
  const given = args.length === 0 ? '' : `(${args.join(', ')})`;
  return [code(`${field.name}${given}`), typeText(field.type), field.description ?? ''];
}

/** The names of inputs, those that may be left out in brackets. */
export function inputNames(inputs: readonly (GraphQLInputField | GraphQLArgument)[]): string {
  return inputs.map((input) => (isRequired(input) ? code(input.name) : `[${code(input.name)}]`)).join(', ');
}

function isRequired(input: GraphQLInputField | GraphQLArgument): boolean {
  return isRequiredArgument(input) || isRequiredInputField(input);
}
