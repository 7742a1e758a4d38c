import { Kind, type FieldNode, type GraphQLObjectType } from 'graphql';
import type { SelectionScope } from '../execute/collect-fields.js';
import { isJsonObject, readKey, typenameOf, writeKey, type JsonObject } from '../execute/json.js';
import { operationOf, type RoutedAnswer, type SubgraphFetch } from '../execute/subgraph-fetch.js';
import type { TypeConditions } from '../execute/type-conditions.js';
import { placeOfRepresentation, representationsVariable } from './fetch-places.js';
import { fetchScope } from './fetch-scope.js';
import { placeCode, type NodeLevel, type PlaceNames } from './place-names.js';
import { shapeObject, shapeValue, type SelectedField, type Supply } from './shape.js';
import { isCoveredConnection, silentConnection } from './silent-connection.js';
import type { SilentServiceError } from './service.js';

/** A fetch that a level did not answer. */
export interface SilentFetch {
  readonly fetch: SubgraphFetch;
  readonly variables: Readonly<JsonObject>;
  readonly level: NodeLevel;
  readonly error: SilentServiceError;
}

export interface SilentTools {
  readonly types: TypeConditions;
  readonly places: PlaceNames;
}

/**
 * The answer that stands for a silent level: connections are empty and name in their coverage every node that they
 * lack, any other field is null. It goes the way of a real answer, so aliases and rewrites need no care elsewhere.
 */
export function silentAnswer(silent: SilentFetch, { types, places }: SilentTools): RoutedAnswer {
  const scope = fetchScope(silent, types);
  const fill = (place: string | undefined, field: SelectedField): unknown => {
    if (place === undefined || !isCoveredConnection(field)) return null;
    const nodes = places.nodesOf(silent.level, place);
    return shapeValue(silentConnection({ level: silent.level, reason: silent.error.reason, nodes }), field, scope);
  };
  const supplyRoot: Supply = (field) => fill(placeCode(field.argument('under')), field);

  const { selectionSet } = operationOf(silent.fetch.document());
  const query = types.schema.getQueryType() as GraphQLObjectType;
  const data = shapeObject(query, [selectionSet], { scope, supply: supplyRoot });
  for (const field of selectionSet.selections)
    if (field.kind === Kind.FIELD && field.name.value === '_entities')
      writeKey(data, field.alias?.value ?? '_entities', silentEntities(field, { scope, fill }));
  return { data, silent: silent.error };
}

interface EntityTools {
  readonly scope: SelectionScope;
  readonly fill: (place: string | undefined, field: SelectedField) => unknown;
}

function silentEntities(node: FieldNode, { scope, fill }: EntityTools): unknown[] {
  const representations = readKey(scope.variables, representationsVariable(node));
  if (!Array.isArray(representations) || node.selectionSet === undefined) return [];
  const { selectionSet } = node;
  return representations.filter(isJsonObject).map((representation) => {
    const place = placeOfRepresentation(representation);
    const type = scope.types.schema.getType(typenameOf(representation) ?? '');
    return shapeObject(type, [selectionSet], { scope, supply: (field) => fill(place, field) });
  });
}
