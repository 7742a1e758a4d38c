import { Kind, OperationTypeNode, parse } from 'graphql';
import { LruCache } from '../plan/lru-cache.js';

const KEPT = 1_000;
const known = new LruCache<boolean>(KEPT);

/**
 * True when a document holds queries and nothing that writes, so that asking twice does no harm. Each text is parsed
 * once; one that cannot be parsed is not taken for a query.
 */
export function isQuery(document: string): boolean {
  const found = known.get(document);
  if (found !== undefined) return found;
  const result = hasOnlyQueries(document);
  known.set(document, result);
  return result;
}

function hasOnlyQueries(document: string): boolean {
  try {
    return parse(document, { noLocation: true }).definitions.every(
      (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === OperationTypeNode.QUERY,
    );
  } catch {
    return false;
  }
}
