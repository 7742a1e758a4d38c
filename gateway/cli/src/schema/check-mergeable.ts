import { Kind, type DocumentNode, type FieldDefinitionNode } from 'graphql';

/** Types to which every level may add: places, and the roots. */
const SHARED_TYPES = ['Query', 'District', 'Street', 'Committee'];

/**
 * Answers of nodes merge by shape, so what a level adds to a place or a root is a connection with coverage, or a nullable
 * object. @throws when a level adds anything else: two nodes' answers of it could not be put together.
 */
export function checkMergeable(level: string, sdl: DocumentNode, hub: DocumentNode): void {
  const hubTypes = fieldsByType(hub);
  const types = fieldsByType(sdl);
  for (const name of SHARED_TYPES) {
    const known = new Set(hubTypes.get(name)?.map((field) => field.name.value));
    for (const field of types.get(name) ?? []) {
      if (!known.has(field.name.value) && !isMergeable(field, types)) {
        throw new Error(
          `${level} adds ${name}.${field.name.value}, which nodes cannot merge: expected a nullable connection with coverage, or a nullable object`,
        );
      }
    }
  }
}

type FieldsByType = ReadonlyMap<string, readonly FieldDefinitionNode[]>;

function isMergeable({ type }: FieldDefinitionNode, types: FieldsByType): boolean {
  if (type.kind !== Kind.NAMED_TYPE) return false;
  const fields = types.get(type.name.value);
  if (fields === undefined) return false;
  if (!type.name.value.endsWith('Connection')) return true;
  const names = new Set(fields.map((field) => field.name.value));
  return ['edges', 'pageInfo', 'totalCount', 'coverage'].every((name) => names.has(name));
}

/** The fields of each object type, those of its extensions too. */
function fieldsByType({ definitions }: DocumentNode): FieldsByType {
  const types = new Map<string, readonly FieldDefinitionNode[]>();
  for (const one of definitions) {
    if (one.kind !== Kind.OBJECT_TYPE_DEFINITION && one.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    types.set(one.name.value, [...(types.get(one.name.value) ?? []), ...(one.fields ?? [])]);
  }
  return types;
}
