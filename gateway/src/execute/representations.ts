import type { FieldRequiresNode, RequiresSelection } from '@graphql-hive/router-query-planner';
import { isJsonObject, readKey, typenameOf, writeKey, type JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { TypeConditions } from './type-conditions.js';

/** The representation of an entity for a fetch; undefined when the entity lacks every key. */
export type Represent = (entity: JsonObject) => JsonObject | undefined;

type Fill = (entity: JsonObject, into: JsonObject) => void;

/** What a fetch requires of an entity, as a function. A null that a fetch requires is sent as null, a gap is left out. */
export function compileRepresentation(requires: readonly RequiresSelection[], types: TypeConditions): Represent {
  const fill = compileSelections(requires, types);
  return (entity) => {
    const typename = typenameOf(entity);
    if (typename === undefined) return undefined;
    const representation: JsonObject = { __typename: typename };
    fill(entity, representation);
    const hasKey = Object.keys(representation).some((key) => key !== '__typename' && representation[key] !== null);
    return hasKey ? representation : undefined;
  };
}

function compileSelections(selections: readonly RequiresSelection[], types: TypeConditions): Fill {
  const fills = selections.map((selection) => compileSelection(selection, types));
  return (entity, into) => fills.forEach((fill) => fill(entity, into));
}

function compileSelection(selection: RequiresSelection, types: TypeConditions): Fill {
  if (selection.kind === 'FragmentSpread') throw new TypeError('The plan requires a named fragment of an entity.');
  if (selection.kind === 'Field') return compileField(selection, types);
  const { typeCondition } = selection;
  const fill = compileSelections(selection.selections, types);
  return (entity, into) => {
    if (types.meets(typenameOf(entity), [typeCondition])) fill(entity, into);
  };
}

function compileField({ name, alias = name, selections }: FieldRequiresNode, types: TypeConditions): Fill {
  const nested = selections === undefined ? undefined : compileSelections(selections, types);
  return (entity, into) => {
    // With an alias, `name` is the key under which an earlier fetch left the value and `alias` the field's own name.
    const found = readKey(entity, name);
    const value = found === undefined ? readKey(entity, alias) : found;
    if (value === undefined) return;
    const required = nested === undefined ? value : pick(value, nested);
    const present = readKey(into, alias);
    if (isJsonObject(present) && isJsonObject(required)) mergeInto(present, required);
    else writeKey(into, alias, required);
  };
}

function pick(value: unknown, fill: Fill): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, fill));
  if (!isJsonObject(value)) return value;
  const part: JsonObject = {};
  fill(value, part);
  return part;
}
