import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type SelectionScope } from '../execute/collect-fields.js';
import { readKey, writeKey, type JsonObject } from '../execute/json.js';

/** A field as a fetch selects it. */
export interface SelectedField {
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly selection: SelectionSetNode[];
  /** The argument's value: literal, variable or default, null when there is none; undefined where the field has no such. */
  argument(name: string): unknown;
}

/** The value of a field of a made-up object. */
export type Supply = (field: SelectedField) => unknown;

/** Makes an object of the type as `sets` select it, under their aliases: an answer that no service gave. */
export function shapeObject(
  type: GraphQLNamedType | undefined,
  sets: readonly SelectionSetNode[],
  { scope, supply }: { scope: SelectionScope; supply: Supply },
): JsonObject {
  const shaped: JsonObject = {};
  if (!isObjectType(type) && !isInterfaceType(type)) return shaped;
  for (const [key, nodes] of collectFields(type.name, sets, scope)) {
    const [node] = nodes;
    if (node === undefined) continue;
    const field = type.getFields()[node.name.value];
    if (node.name.value === '__typename') writeKey(shaped, key, type.name);
    else if (field !== undefined) writeKey(shaped, key, supply(selectedField(field, nodes, scope)));
  }
  return shaped;
}

/** As `shapeObject`, from a plain value: its fields, and lists of such values, in the shape that was selected. */
export function shapeValue(value: unknown, field: SelectedField, scope: SelectionScope): unknown {
  if (Array.isArray(value)) return value.map((item) => shapeValue(item, field, scope));
  if (typeof value !== 'object' || value === null) return value;
  const supply: Supply = (child) => {
    const own = readKey(value as JsonObject, child.name);
    return shapeValue(typeof own === 'function' ? (own as Supply)(child) : (own ?? null), child, scope);
  };
  return shapeObject(getNamedType(field.type), field.selection, { scope, supply });
}

/** A field and its arguments, as its nodes select it. */
export function selectedField(
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  scope: SelectionScope,
): SelectedField {
  const argument = (name: string): unknown => {
    const definition = field.args.find((candidate) => candidate.name === name);
    if (definition === undefined) return undefined;
    const given = nodes[0]?.arguments?.find((candidate) => candidate.name.value === name);
    const value: unknown = given && valueFromASTUntyped(given.value, scope.variables);
    return value === undefined ? (definition.defaultValue ?? null) : value;
  };
  return { name: field.name, type: field.type, selection: nodes.flatMap((node) => node.selectionSet ?? []), argument };
}
