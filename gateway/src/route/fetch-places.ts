import { Kind, valueFromASTUntyped, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { isJsonObject, readKey, type JsonObject } from '../execute/json.js';
import { placeCode } from './place-names.js';

/** The arguments of a root field that say where its answer lies. */
const PLACE_ARGUMENTS = ['under', 'code', 'scope', 'place', 'id'];

/** The place at which a root field asks; undefined when its arguments name none. */
export function placeOfField(field: FieldNode, variables: Readonly<JsonObject>): string | undefined {
  for (const name of PLACE_ARGUMENTS) {
    const argument = field.arguments?.find((candidate) => candidate.name.value === name);
    if (argument === undefined) continue;
    const place = placeCode(valueFromASTUntyped(argument.value, variables));
    if (place !== undefined) return place;
  }
  return undefined;
}

/** The place of a representation: a place's own code, or the owner's code with which an id begins. */
export function placeOfRepresentation(representation: JsonObject): string | undefined {
  return placeCode(representation['code']) ?? placeCode(representation['id']);
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
