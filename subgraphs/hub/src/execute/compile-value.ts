import {
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type SelectionNode,
} from 'graphql';
import { ignore, showWhenThere } from './promises.js';
import { NO_INFO, NotCompiled, type Scope, type Show } from './scope.js';

/** How values of a type are shown, objects as the selections ask. */
export function compileValue(type: GraphQLOutputType, selections: readonly SelectionNode[], scope: Scope): Show {
  if (isNonNullType(type)) return compileRequired(compileValue(type.ofType, selections, scope));
  const show = compilePresent(type, selections, scope);
  return (value, run) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return show(value, run);
  };
}

function compileRequired(show: Show): Show {
  const required = (value: unknown): unknown => {
    if (value === null) throw new TypeError('null where none can be');
    return value;
  };
  return (value, run) => {
    const shown = show(value, run);
    return shown instanceof Promise ? shown.then(required) : required(shown);
  };
}

function compilePresent(type: GraphQLOutputType, selections: readonly SelectionNode[], scope: Scope): Show {
  if (isListType(type)) return compileList(compileValue(type.ofType, selections, scope));
  if (isLeafType(type)) return compileLeaf(type);
  if (isObjectType(type)) return scope.objects(type, selections);
  if (isAbstractType(type)) return compileAbstract(type, selections, scope);
  throw new NotCompiled(String(type));
}

function compileLeaf(type: GraphQLLeafType): Show {
  return (value) => {
    const shown: unknown = type.serialize(value);
    if (shown === null || shown === undefined) throw new TypeError(`${type.name} of nothing`);
    return shown;
  };
}

function compileList(show: Show): Show {
  return (value, run) => {
    if (!Array.isArray(value)) throw new TypeError('not a list');
    const shown: unknown[] = [];
    try {
      for (const item of value as readonly unknown[]) shown.push(showWhenThere(item, show, run));
    } catch (error) {
      ignore(shown);
      throw error;
    }
    return shown.some((item) => item instanceof Promise) ? Promise.all(shown) : shown;
  };
}

/** One way for each type that an object can be of, compiled when the first of them comes. */
function compileAbstract(type: GraphQLAbstractType, selections: readonly SelectionNode[], scope: Scope): Show {
  const ways = new Map<string, Show>();
  const wayOf = (name: string): Show => {
    const known = ways.get(name);
    if (known !== undefined) return known;
    const found = scope.schema.getType(name);
    if (!isObjectType(found) || !scope.schema.isSubType(type, found)) throw new TypeError(`no ${type.name}: ${name}`);
    const way = scope.objects(found, selections);
    ways.set(name, way);
    return way;
  };
  const { resolveType } = type;
  return (value, run) => {
    const { __typename: named } = value as { readonly __typename?: unknown };
    const name = resolveType ? resolveType(value, run.context, NO_INFO, type) : named;
    if (typeof name !== 'string') throw new TypeError(`a ${type.name} of no type`);
    return wayOf(name)(value, run);
  };
}
