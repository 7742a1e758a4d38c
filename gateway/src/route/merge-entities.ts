import type { SelectionSetNode } from 'graphql';
import type { SelectionScope } from '../execute/collect-fields.js';
import { isJsonObject, readKey, typenameOf, type JsonObject } from '../execute/json.js';
import type { RoutedAnswer } from '../execute/subgraph-fetch.js';
import { ambiguousOwner } from './ambiguous.js';
import { placeOfRepresentation, type EntitiesField } from './fetch-places.js';
import { mergeObjects } from './merge-answers.js';
import type { Owners } from './owners.js';
import type { ServiceError } from './service.js';

/** What the endpoints of a split fetch answered, in the order of `owners.endpoints`. */
export interface Answered {
  readonly owners: Owners;
  readonly answers: readonly RoutedAnswer[];
}

export interface MergedEntities {
  readonly list: readonly (JsonObject | null)[];
  readonly errors: readonly ServiceError[];
}

/** What became of one representation at the endpoints that were asked for it. */
interface Given {
  readonly objects: JsonObject[];
  /** What stands for the object of an endpoint that is silent. */
  readonly silent: JsonObject[];
}

/** Each representation's answers, from wherever they came, in the order in which it was asked for. */
export function mergeEntities(
  field: EntitiesField,
  answered: Answered,
  { scope, set }: { scope: SelectionScope; set: SelectionSetNode },
): MergedEntities {
  const errors: ServiceError[] = [];
  const list = gather(field, answered).map(({ objects, silent }, index) => {
    const representation = field.representations[index] ?? {};
    const typename = typenameOf(representation) ?? '';
    // A place lies in the codes of several, each with a part of it; a key that names no place is a record's.
    const isRecord = placeOfRepresentation(representation) === undefined;
    if (isRecord && objects.length > 1) {
      errors.push(ambiguousOwner(typename, [field.key, index]));
      return null;
    }
    const given = isRecord && objects.length === 1 ? objects : [...objects, ...silent];
    if (given.length === 0) return null;
    return mergeObjects(scope.types.schema.getType(typename), [set], { answers: given, scope });
  });
  return { list, errors };
}

function gather(field: EntitiesField, { owners, answers }: Answered): Given[] {
  const given = field.representations.map((): Given => ({ objects: [], silent: [] }));
  for (const [i, endpoint] of owners.endpoints.entries()) {
    const answer = answers[i];
    const list = readKey(answer?.data ?? {}, field.key);
    if (!Array.isArray(list)) continue;
    for (const [position, index] of (owners.indexes.get(field)?.get(endpoint) ?? []).entries()) {
      const entity: unknown = list[position];
      if (isJsonObject(entity)) given[index]?.[answer?.silent === undefined ? 'objects' : 'silent'].push(entity);
    }
  }
  return given;
}
