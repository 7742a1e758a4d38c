import {
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLEnumType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLUnionType,
  type SelectionSetNode,
} from 'graphql';
import { planKey } from '../plan/plan-key.js';
import { collectFields, type SelectionScope } from './collect-fields.js';
import { isJsonObject, readKey, typenameOf, writeKey, type JsonObject } from './json.js';
import type { ResponsePath } from './response-path.js';

/** The answer in the shape the client asked for, and where a field that cannot be null was null. */
export interface Projection {
  readonly data: JsonObject | null;
  readonly violations: readonly ResponsePath[];
}

/** Nulls of `absent` entities propagate, and are no violations: the entity is not there. */
export type Projector = (gathered: JsonObject, absent?: WeakSet<JsonObject>) => Projection;

interface Run {
  /** The response path of the value at hand; only its first `depth` segments are of now. */
  readonly path: (string | number)[];
  readonly violations: ResponsePath[];
  readonly absent: WeakSet<JsonObject>;
  /** Whether the object whose fields are at hand is an absent entity. */
  isAbsent: boolean;
}

const NONE_ABSENT = new WeakSet<JsonObject>();

/** Stands for a value that a null below it, already recorded, takes away. */
const NULLED = Symbol('nulled');
type Project = (value: unknown, run: Run) => unknown;

/** Where a value stands in the operation: its selection sets, and the length of its response path. */
interface Position {
  readonly scope: SelectionScope;
  readonly sets: readonly SelectionSetNode[];
  readonly depth: number;
}

/**
 * A projection that keeps track of where it is: the client's keys in the client's order, nulls propagated by the client's
 * schema (GraphQL specification, 6.4.4). Generated code is faster by far, and used for every answer without violations.
 */
export function compileTracedProjection(
  root: GraphQLObjectType,
  selection: SelectionSetNode,
  scope: SelectionScope,
): Projector {
  const project = compileObject(root, { scope, sets: [selection], depth: 0 });
  return (gathered, absent = NONE_ABSENT) => {
    const run: Run = { path: [], violations: [], absent, isAbsent: false };
    const data = project(gathered, run);
    return { data: data === NULLED ? null : (data as JsonObject), violations: run.violations };
  };
}

function compileType(type: GraphQLOutputType, position: Position): Project {
  const project = compileNullable(getNullableType(type), position);
  if (!isNonNullType(type))
    return (value, run) => {
      const projected = project(value, run);
      return projected === NULLED ? null : projected;
    };
  return (value, run) => {
    const projected = project(value, run);
    if (projected !== null) return projected;
    if (!run.isAbsent) run.violations.push(run.path.slice(0, position.depth));
    return NULLED;
  };
}

function compileNullable(type: GraphQLOutputType, position: Position): Project {
  if (isListType(type)) return compileList(type.ofType, position);
  if (isAbstractType(type)) return compileAbstract(type, position);
  if (isEnumType(type)) return compileEnum(type);
  if (!isObjectType(type)) return type.toString() === 'ID' ? projectId : projectScalar;
  const project = compileObject(type, position);
  return (value, run) => (isJsonObject(value) ? project(value, run) : null);
}

const projectScalar: Project = (value) => value ?? null;
const projectId: Project = (value) => (typeof value === 'number' ? String(value) : (value ?? null));

function compileEnum(type: GraphQLEnumType): Project {
  // A value that the client's schema does not show (@inaccessible) is a null.
  const shown = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => (shown.has(value) ? value : null);
}

function compileList(itemType: GraphQLOutputType, position: Position): Project {
  const { depth } = position;
  const project = compileType(itemType, { ...position, depth: depth + 1 });
  return (value, run) => {
    if (!Array.isArray(value)) return null;
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      run.path[depth] = index;
      const item = project(value[index], run);
      if (item === NULLED) return NULLED;
      items.push(item);
    }
    return items;
  };
}

function compileAbstract(type: GraphQLInterfaceType | GraphQLUnionType, position: Position): Project {
  const { schema } = position.scope.types;
  const known = new Map<string, Project | null>();
  // Compiled at the first object of a type: a deep selection on interfaces would otherwise grow with types to the depth.
  const compileFor = (typename: string): Project | null => {
    const found = schema.getType(typename);
    if (isObjectType(found) && schema.isSubType(type, found)) return compileObject(found, position);
    // An object of an interface object names the interface itself.
    return typename === type.name && 'getFields' in type ? compileObject(type, position) : null;
  };
  return (value, run) => {
    if (!isJsonObject(value)) return null;
    const typename = typenameOf(value) ?? type.name;
    let project = known.get(typename);
    if (project === undefined) {
      project = compileFor(typename);
      if (project !== null) known.set(typename, project);
    }
    return project === null ? null : project(value, run);
  };
}

function compileObject(type: GraphQLObjectType | GraphQLInterfaceType, position: Position): Project {
  const { scope, depth } = position;
  const fields = [...collectFields(type.name, position.sets, scope)].flatMap(([key, nodes]) => {
    const sets = nodes.flatMap((node) => node.selectionSet ?? []);
    return nodes.slice(0, 1).map((node) => ({ key, ...compileField(type, node, { scope, sets, depth: depth + 1 }) }));
  });
  return (value, run) => {
    const source = value as JsonObject;
    const projected: JsonObject = {};
    for (const { key, from, project } of fields) {
      run.path[depth] = key;
      run.isAbsent = run.absent.has(source);
      const field = project(readKey(source, from), run);
      if (field === NULLED) return NULLED;
      writeKey(projected, key, field);
    }
    return projected;
  };
}

/** A field's projection, and the key under which its value was gathered. */
function compileField(
  parent: GraphQLObjectType | GraphQLInterfaceType,
  node: FieldNode,
  position: Position,
): { from: string; project: Project } {
  const name = node.name.value;
  if (name === '__typename') return { from: name, project: () => parent.name };
  // Introspection was answered by graphql-js already: in its final shape, under the client's key.
  if (name === '__schema' || name === '__type') return { from: node.alias?.value ?? name, project: projectScalar };
  const field = parent.getFields()[name];
  if (field === undefined) throw new TypeError(`The client's schema has no field ${parent.name}.${name}.`);
  return { from: planKey(node), project: compileType(field.type, position) };
}
