import { Kind, type DefinitionNode, type DocumentNode, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';

/** Types to which every level may add: places, and the roots. */
const SHARED_TYPES = ['Query', 'District', 'Street', 'Committee'];

/**
 * Answers of nodes merge by shape, so what a level adds to a place or a root is a connection with coverage, or a nullable
 * object. @throws when a level adds anything else: two nodes' answers of it could not be put together.
 */
export function checkMergeable(level: string, sdl: DocumentNode, hub: DocumentNode): void {
  const hubTypes = objectTypes(hub);
  const types = objectTypes(sdl);
  for (const name of SHARED_TYPES) {
    const known = new Set(hubTypes.get(name)?.fields?.map((field) => field.name.value));
    for (const field of types.get(name)?.fields ?? []) {
      if (!known.has(field.name.value) && !isMergeable(field, types)) {
        throw new Error(
          `${level} adds ${name}.${field.name.value}, which nodes cannot merge: expected a nullable connection with coverage, or a nullable object`,
        );
      }
    }
  }
}

function isMergeable(field: FieldDefinitionNode, types: ReadonlyMap<string, ObjectTypeDefinitionNode>): boolean {
  if (field.type.kind !== Kind.NAMED_TYPE) return false;
  const type = types.get(field.type.name.value);
  if (type === undefined) return false;
  if (!type.name.value.endsWith('Connection')) return true;
  const fields = new Set(type.fields?.map((one) => one.name.value));
  return ['edges', 'pageInfo', 'totalCount', 'coverage'].every((one) => fields.has(one));
}

function objectTypes(document: DocumentNode): ReadonlyMap<string, ObjectTypeDefinitionNode> {
  const isObject = (node: DefinitionNode): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION;
  return new Map(document.definitions.filter(isObject).map((type) => [type.name.value, type]));
}
