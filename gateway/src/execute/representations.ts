import type { FieldRequiresNode, RequiresSelection } from '@graphql-hive/router-query-planner';
import { isJsonObject, readKey, typenameOf, writeKey, type JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { TypeConditions } from './type-conditions.js';

/** The representation of an entity for a fetch; undefined when the entity lacks every key or anything that is required. */
export type Represent = (entity: JsonObject) => JsonObject | undefined;

/** Adds what is required of an entity. False when the entity has a gap there: what should have filled it failed. */
type Fill = (entity: JsonObject, into: JsonObject) => boolean;

/**
 * What a fetch requires of an entity, as a function. A null that a fetch requires is sent as null; an entity with a gap is
 * not asked for, since no subgraph could compute with it.
 */
export function compileRepresentation(requires: readonly RequiresSelection[], types: TypeConditions): Represent {
  const fill = compileSelections(requires, types);
  return (entity) => {
    const typename = typenameOf(entity);
    if (typename === undefined) return undefined;
    const representation: JsonObject = { __typename: typename };
    if (!fill(entity, representation)) return undefined;
    const hasKey = Object.keys(representation).some((key) => key !== '__typename' && representation[key] !== null);
    return hasKey ? representation : undefined;
  };
}

function compileSelections(selections: readonly RequiresSelection[], types: TypeConditions): Fill {
  const fills = selections.map((selection) => compileSelection(selection, types));
  return (entity, into) => fills.every((fill) => fill(entity, into));
}

function compileSelection(selection: RequiresSelection, types: TypeConditions): Fill {
  if (selection.kind === 'FragmentSpread') throw new TypeError('The plan requires a named fragment of an entity.');
  if (selection.kind === 'Field') return compileField(selection, types);
  const { typeCondition } = selection;
  const fill = compileSelections(selection.selections, types);
  return (entity, into) => !types.meets(typenameOf(entity), [typeCondition]) || fill(entity, into);
}

function compileField({ name, alias = name, selections }: FieldRequiresNode, types: TypeConditions): Fill {
  const nested = selections === undefined ? undefined : compileSelections(selections, types);
  return (entity, into) => {
    // With an alias, `name` is the key under which an earlier fetch left the value and `alias` the field's own name.
    const found = readKey(entity, name);
    const value = found === undefined ? readKey(entity, alias) : found;
    if (value === undefined) return name === '__typename';
    const required = nested === undefined ? value : pick(value, nested);
    if (required === undefined) return false;
    const present = readKey(into, alias);
    if (isJsonObject(present) && isJsonObject(required)) mergeInto(present, required);
    else writeKey(into, alias, required);
    return true;
  };
}

/** The required part of a value; undefined when it has a gap. */
function pick(value: unknown, fill: Fill): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((item) => pick(item, fill));
    return parts.includes(undefined) ? undefined : parts;
  }
  if (!isJsonObject(value)) return value;
  const part: JsonObject = {};
  return fill(value, part) ? part : undefined;
}
