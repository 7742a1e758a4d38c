import { typenameOf } from '../../../gateway/src/execute/json.js';
import type { TestWorld } from '../../../gateway/src/testing/compose.js';
import { hash } from '../../../gateway/src/testing/hash.js';
import { keyFields, population, type EntityModel, type FieldModel, type Model } from './model.js';
import { inAll } from './random-model.js';
import { hasLabel, isExternal } from './type-defs.js';

type Resolver = (source: unknown, args: object) => unknown;
type TypeResolvers = Record<string, Resolver>;
type Resolvers = Record<string, TypeResolvers>;

/** An object of the generated data; `given` is the representation with which it was asked for. */
interface Source {
  readonly __typename: string;
  readonly index: number;
  readonly given?: Readonly<Record<string, unknown>>;
}

/**
 * The resolvers of one subgraph. A value is a function of the seed, its type, the object's index, the field and the
 * arguments, so that every subgraph that shares a field agrees; a mutation's also of what was changed before.
 */
export function resolversOf(model: Model, subgraph: string, { log }: TestWorld): Resolvers {
  const valueOf = valuesOf(model);
  const queries: TypeResolvers = {};
  const changes: TypeResolvers = {};
  const resolvers: Resolvers = { Query: queries, Mutation: changes };
  const typed: TypeResolvers = { __resolveType: (source) => typenameOf(source as Record<string, unknown>) };
  for (const { name, members } of model.abstracts) if (members.has(subgraph)) resolvers[name] = typed;
  for (const { name, fields } of model.values) resolvers[name] = fieldResolvers(fields, name, valueOf);
  for (const entity of model.entities)
    if (entity.keys.has(subgraph)) resolvers[entity.name] = entityResolvers(model, entity, subgraph, valueOf);
  for (const field of model.roots)
    if (field.owners.includes(subgraph)) queries[field.name] = (_, args) => valueOf(field, 'Query', 0, args);
  for (const field of model.mutations)
    if (field.owners.includes(subgraph))
      changes[field.name] = (_, args) => {
        log.push(field.name);
        return valueOf(field, `Mutation ${log.join()}`, 0, args);
      };
  return Object.fromEntries(Object.entries(resolvers).filter(([, fields]) => Object.keys(fields).length > 0));
}

type ValueOf = (field: FieldModel, type: string, index: number, args: object) => unknown;

function fieldResolvers(fields: readonly FieldModel[], type: string, valueOf: ValueOf): Record<string, Resolver> {
  return Object.fromEntries(
    fields.map((field) => [field.name, (source, args) => valueOf(field, type, (source as Source).index, args)]),
  );
}

function entityResolvers(model: Model, entity: EntityModel, subgraph: string, valueOf: ValueOf): TypeResolvers {
  const { name, fields, keys, unresolvable } = entity;
  const resolvers: TypeResolvers = {};
  for (const key of (keys.get(subgraph) ?? []).flatMap((one) => keyFields[one].map(fieldName)))
    resolvers[key] = (source) => keyValue(name, key, (source as Source).index);
  if (hasLabel(model, entity, subgraph)) resolvers.label = (source) => `${name} ${(source as Source).index}`;
  for (const field of fields) {
    const stale: Resolver = (source) => valueOf(field, `stale ${name}`, (source as Source).index, {});
    if (field.overridden === subgraph) resolvers[field.name] = stale;
    else if (field.owners.includes(subgraph)) resolvers[field.name] = ownResolver(entity, field, valueOf);
    else if (isExternal(model, entity, field, subgraph)) resolvers[field.name] = ownResolver(entity, field, valueOf);
  }
  if (unresolvable.has(subgraph)) return resolvers;
  return { ...resolvers, __resolveReference: (given) => resolveReference(name, given as Record<string, unknown>) };
}

const fieldName = (line: string): string => line.split(':')[0] ?? '';

function ownResolver({ name }: EntityModel, field: FieldModel, valueOf: ValueOf): Resolver {
  const { requires } = field;
  return (source, args) => {
    const { given, index } = source as Source;
    if (requires === undefined) return valueOf(field, name, index, args);
    const required = given?.[requires.field];
    if (required === undefined) throw new Error(`${name}.${field.name} needs ${requires.selection}`);
    return valueOf(field, `${name} ${JSON.stringify(sorted(required))}`, index, args);
  };
}

function resolveReference(name: string, given: Record<string, unknown>): Source | null {
  // A null names no entity.
  const keys = ['id', 'sku', 'region', 'code', 'org'].filter((key) => (given[key] ?? null) !== null);
  for (let index = 0; index < population; index++) {
    const isSame = (key: string): boolean => JSON.stringify(given[key]) === JSON.stringify(keyValue(name, key, index));
    if (keys.length > 0 && keys.every(isSame)) return { __typename: name, index, given };
  }
  return null;
}

function keyValue(type: string, key: string, index: number): unknown {
  if (key === 'code') return index;
  return key === 'org' ? { key: `${type}-org-${index}` } : `${type}-${key}-${key === 'region' ? index % 2 : index}`;
}

function valuesOf(model: Model): ValueOf {
  const make = (field: FieldModel, place: string): unknown => {
    const { type } = field;
    const random = hash(place);
    if (type === 'Color') return ['RED', 'GREEN', 'BLUE'][random % 3];
    if (type === 'Json') return random % 2 === 0 ? { text: place.length, list: [random % 10] } : String(random % 100);
    if (type === 'Int') return random % 100;
    if (type === 'Float') return (random % 100) / 4;
    if (type === 'Boolean') return random % 2 === 0;
    if (type === 'String' || type === 'ID') return `${type} ${random % 1000}`;
    const members = model.abstracts.find(({ name }) => name === type)?.members;
    const possible = members === undefined ? [type] : inAll(members, field.owners);
    return { __typename: possible[random % possible.length], index: (random >> 4) % population };
  };
  const wrap = (field: FieldModel, depth: number, place: string, isNonNull = false): unknown => {
    const wrapper = field.wrappers[depth - 1];
    if (wrapper === '!') return wrap(field, depth - 1, place, true);
    // Rarely a null also where none may be.
    if (hash(`${place} null`) % (isNonNull ? 40 : 8) === 0) return null;
    if (wrapper === undefined) return make(field, place);
    const length = hash(`${place} length`) % 3;
    return Array.from({ length }, (_, item) => wrap(field, depth - 1, `${place} ${item}`));
  };
  return (field, type, index, args) => {
    const place = `${model.seed} ${type} ${index} ${field.name} ${JSON.stringify(sorted(args))}`;
    if (hash(`${place} fault`) % 14 === 0) throw new Error(`fault of ${type}.${field.name}`);
    return wrap(field, field.wrappers.length, place);
  };
}

/** A value with the keys of its objects in order: the order of a representation's fields means nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== '__typename');
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  );
}
