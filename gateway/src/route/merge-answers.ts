import {
  getNamedType,
  isListType,
  getNullableType,
  isObjectType,
  type GraphQLNamedType,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type SelectionScope } from '../execute/collect-fields.js';
import { isJsonObject, readKey, typenameOf, writeKey, type JsonObject } from '../execute/json.js';
import { mergeConnections, type ConnectionKeys } from './merge-connections.js';
import { selectedField, type SelectedField } from './shape.js';
import { isCoveredConnection } from './silent-connection.js';

/**
 * The answers of several endpoints to one object, put together by shape: connections merge by cursor, objects field by
 * field, and of anything else, which every node of a level says alike, the first that is there. What a level adds to a
 * place or a root is a connection or a nullable object: the check of composition holds that.
 */
export function mergeObjects(
  type: GraphQLNamedType | undefined,
  sets: readonly SelectionSetNode[],
  { answers, scope }: { answers: readonly JsonObject[]; scope: SelectionScope },
): JsonObject {
  const [only, ...more] = answers;
  if (only !== undefined && more.length === 0) return only;
  const merged: JsonObject = {};
  const typename = answers.map(typenameOf).find((name) => name !== undefined) ?? type?.name ?? '';
  const object = scope.types.schema.getType(typename) ?? type;
  for (const [key, nodes] of collectFields(typename, sets, scope)) {
    const values = answers.map((answer) => readKey(answer, key)).filter((value) => value !== undefined);
    const name = nodes[0]?.name.value ?? '';
    const definition = isObjectType(object) ? object.getFields()[name] : undefined;
    const field = definition === undefined ? undefined : selectedField(definition, nodes, scope);
    writeKey(merged, key, mergeValues(values, field, scope));
  }
  return merged;
}

function mergeValues(values: readonly unknown[], field: SelectedField | undefined, scope: SelectionScope): unknown {
  const objects = values.filter(isJsonObject);
  // A silent endpoint gives an empty connection with its coverage: one that is null is a fault, and what it lacks is unknown.
  const isConnection = field !== undefined && isCoveredConnection(field);
  if (isConnection && objects.length < values.length) return null;
  if (field === undefined || objects.length < 2 || isListType(getNullableType(field.type))) {
    return values.find((value) => value !== null) ?? null;
  }
  if (isConnection) return mergeConnections(objects, field, connectionKeys(field, scope));
  return mergeObjects(getNamedType(field.type), field.selection, { answers: objects, scope });
}

function connectionKeys(field: SelectedField, scope: SelectionScope): ConnectionKeys {
  const selected = selectedFields(field, scope);
  const keysOf = (name: string): string[] =>
    [...selected].filter(([, child]) => child.name === name).map(([key]) => key);
  const nestedOf = (name: string) =>
    [...selected]
      .filter(([, child]) => child.name === name)
      .map(([key, child]) => ({ key, fields: selectedFields(child, scope) }));
  return {
    nodes: keysOf('nodes'),
    edges: keysOf('edges'),
    totalCount: keysOf('totalCount'),
    pageInfo: nestedOf('pageInfo'),
    coverage: nestedOf('coverage'),
  };
}

function selectedFields(field: SelectedField, scope: SelectionScope): Map<string, SelectedField> {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return new Map();
  const fields = [...collectFields(type.name, field.selection, scope)].flatMap(([key, nodes]) => {
    const definition = type.getFields()[nodes[0]?.name.value ?? ''];
    return definition === undefined ? [] : [[key, selectedField(definition, nodes, scope)] as const];
  });
  return new Map(fields);
}
