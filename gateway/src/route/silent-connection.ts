import { getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import type { NodeLevel } from './place-names.js';
import type { SelectedField } from './shape.js';
import type { SilentReason } from './service.js';

/** True for a connection that can say who is missing: a type named `…Connection` with a `coverage`. */
export function isCoveredConnection({ type }: Pick<SelectedField, 'type'>): boolean {
  const named = getNamedType(type);
  return (
    !isListType(getNullableType(type)) &&
    isObjectType(named) &&
    named.name.endsWith('Connection') &&
    named.getFields().coverage !== undefined
  );
}

interface Missing {
  readonly level: NodeLevel;
  readonly reason: SilentReason;
  readonly nodes: readonly { readonly code: string; readonly name: string }[];
}

/** A connection of a level that is silent: empty, its total unknown, and every expected node named as missing. */
export function silentConnection({ level, reason, nodes }: Missing): object {
  const missing = nodes.map(({ code, name }) => ({ code, name, level, reason }));
  return {
    nodes: [],
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    totalCount: null,
    coverage: {
      expected: nodes.length,
      answered: 0,
      complete: false,
      oldestAsOf: null,
      newestAsOf: null,
      missing: (field: SelectedField) => missing.slice(0, limit(field.argument('first'))),
    },
  };
}

function limit(first: unknown): number | undefined {
  return typeof first === 'number' ? Math.max(0, first) : undefined;
}
