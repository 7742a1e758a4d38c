import { getNamedType, isInterfaceType, isObjectType, type FieldNode } from 'graphql';
import { isJsonObject, readKey, writeKey, type JsonObject } from '../execute/json.js';
import { operationOf, type RoutedAnswer } from '../execute/subgraph-fetch.js';
import type { TypeConditions } from '../execute/type-conditions.js';
import { ambiguousOwner } from './ambiguous.js';
import { placeOfField, rootFields } from './fetch-places.js';
import { fetchScope } from './fetch-scope.js';
import { mergeObjects } from './merge-answers.js';
import { mergeEntities, type Answered } from './merge-entities.js';
import type { LevelFetch, Owners } from './owners.js';
import type { ServiceError } from './service.js';

/** The answers of several endpoints to one fetch, as one endpoint would have given it. */
export function mergeFetch(asked: LevelFetch, answered: Answered, types: TypeConditions): RoutedAnswer {
  const { owners, answers } = answered;
  const { selectionSet } = operationOf(asked.fetch.document());
  const scope = fetchScope(asked, types);
  const objects = answers.map(({ data }) => data ?? {});
  const data = mergeObjects(types.schema.getQueryType() ?? undefined, [selectionSet], { answers: objects, scope });
  const errors = errorsOf(answered);
  for (const field of rootFields(selectionSet.selections)) {
    const key = field.alias?.value ?? field.name.value;
    const entities = owners.entities.find((one) => one.key === key);
    if (entities !== undefined && field.selectionSet !== undefined) {
      const merged = mergeEntities(entities, answered, { scope, set: field.selectionSet });
      writeKey(data, key, merged.list);
      errors.push(...merged.errors);
    } else if (objects.filter((object) => isJsonObject(readKey(object, key))).length > 1) {
      const record = recordWithoutPlace(field, asked.variables, types);
      if (record === undefined) continue;
      writeKey(data, key, null);
      errors.push(ambiguousOwner(record, [key]));
    }
  }
  const silent = answers.find((answer) => answer.silent !== undefined)?.silent;
  return { data, ...(errors.length > 0 && { errors }), ...(silent !== undefined && { silent }) };
}

/** The type of a record, which has an id, that a root field finds by a key that names no place. */
function recordWithoutPlace(
  field: FieldNode,
  variables: Readonly<JsonObject>,
  { schema }: TypeConditions,
): string | undefined {
  const definition = schema.getQueryType()?.getFields()[field.name.value];
  const type = definition === undefined ? undefined : getNamedType(definition.type);
  const isRecord = (isObjectType(type) || isInterfaceType(type)) && type.getFields()['id'] !== undefined;
  return isRecord && placeOfField(field, variables) === undefined ? type.name : undefined;
}

/** What every endpoint refuses alike is one error, as it would be of one endpoint. */
function errorsOf({ owners, answers }: Answered): ServiceError[] {
  const known = new Map<string, ServiceError>();
  for (const [i, { errors = [] }] of answers.entries()) {
    for (const error of errors) {
      const path = inWhole(error.path, owners, i);
      known.set(JSON.stringify([path, error.message]), { ...error, path });
    }
  }
  return [...known.values()];
}

/** An error's path in the whole fetch: the index of an entity is that of the whole list again. */
function inWhole(
  path: readonly (string | number)[] | undefined,
  owners: Owners,
  answer: number,
): readonly (string | number)[] | undefined {
  const [key, position, ...rest] = path ?? [];
  const field = owners.entities.find((one) => one.key === key);
  const endpoint = owners.endpoints[answer];
  if (field === undefined || typeof position !== 'number' || endpoint === undefined) return path;
  const index = owners.indexes.get(field)?.get(endpoint)?.[position];
  return index === undefined ? path : [field.key, index, ...rest];
}
