import { Kind, valueFromASTUntyped, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { isJsonObject, readKey, writeKey, type JsonObject } from '../execute/json.js';
import { placeCode, placeOfId } from './place-names.js';

/** The arguments of a root field, or fields of its `input`, that say where its answer lies; an id tells for sure. */
const PLACE_ARGUMENTS = ['under', 'code', 'scope', 'place'];

/** The place at which a root field asks; undefined when its arguments name none. */
export function placeOfField(field: FieldNode, variables: Readonly<JsonObject>): string | undefined {
  const values = argumentsOf(field, variables);
  const input = readKey(values, 'input');
  return placeIn(values) ?? (isJsonObject(input) ? placeIn(input) : undefined);
}

/** Every place at which a mutation's field writes: one, or one for each of its `inputs`; undefined for what names none. */
export function placesOfChange(field: FieldNode, variables: Readonly<JsonObject>): (string | undefined)[] {
  const inputs = readKey(argumentsOf(field, variables), 'inputs');
  if (!Array.isArray(inputs)) return [placeOfField(field, variables)];
  return inputs.map((input: unknown) => (isJsonObject(input) ? placeIn(input) : undefined));
}

function argumentsOf({ arguments: args = [] }: FieldNode, variables: Readonly<JsonObject>): JsonObject {
  const values: JsonObject = {};
  for (const { name, value } of args) writeKey(values, name.value, valueFromASTUntyped(value, variables));
  return values;
}

function placeIn(values: JsonObject): string | undefined {
  const named = PLACE_ARGUMENTS.map((name) => placeCode(readKey(values, name)));
  return placeOfId(readKey(values, 'id')) ?? named.find((place) => place !== undefined);
}

/** The place of a representation: a place's own code, or the owner's code with which an id begins. */
export function placeOfRepresentation(representation: JsonObject): string | undefined {
  return placeCode(representation['code']) ?? placeOfId(representation['id']);
}

/** An `_entities` field of a fetch and the representations that it is asked with. */
export interface EntitiesField {
  readonly key: string;
  readonly variable: string;
  readonly representations: readonly JsonObject[];
}

export function entitiesFields(
  { selectionSet }: OperationDefinitionNode,
  variables: Readonly<JsonObject>,
): EntitiesField[] {
  return rootFields(selectionSet.selections).flatMap((field) => {
    if (field.name.value !== '_entities') return [];
    const variable = representationsVariable(field);
    const list = readKey(variables, variable);
    const representations = Array.isArray(list) ? list.filter(isJsonObject) : [];
    return [{ key: field.alias?.value ?? '_entities', variable, representations }];
  });
}

/** The fields of a fetch's root. A fetch has no fragments there: the planner writes its fields out. */
export function rootFields(selections: OperationDefinitionNode['selectionSet']['selections']): FieldNode[] {
  return selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection] : []));
}

export function representationsVariable({ arguments: args = [] }: FieldNode): string {
  const value = args.find(({ name }) => name.value === 'representations')?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : 'representations';
}
