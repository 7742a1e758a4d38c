import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { readKey, typenameOf, type JsonObject } from './json.js';
import type { Represent } from './representations.js';

/** The representations of one fetch, each once, in the order in which they were first met. */
export interface RepresentationTable {
  readonly list: JsonObject[];
  /** The index in `list` of the entity's representation; -1 when the entity lacks every key. */
  add(entity: JsonObject): number;
}

/** Makes the table of one execution. */
export type NewTable = () => RepresentationTable;

/**
 * The tables of a fetch. Where it requires plain fields of one type, an entity is known by their very values and only a
 * new one is represented; else every entity is, and is known by its representation's text.
 */
export function compileTable(requires: readonly RequiresSelection[], represent: Represent): NewTable {
  const plain = plainFields(requires);
  if (plain === undefined) return () => new TextTable(represent);
  return () => new ValueTable(represent, plain);
}

interface PlainFields {
  readonly typename: string;
  readonly names: readonly string[];
}

function plainFields(requires: readonly RequiresSelection[]): PlainFields | undefined {
  const [fragment, ...more] = requires;
  if (fragment?.kind !== 'InlineFragment' || more.length > 0) return undefined;
  const names: string[] = [];
  for (const field of fragment.selections) {
    if (field.kind !== 'Field' || field.selections !== undefined || (field.alias ?? field.name) !== field.name)
      return undefined;
    if (field.name !== '__typename') names.push(field.name);
  }
  return names.length === 0 ? undefined : { typename: fragment.typeCondition, names };
}

class TextTable implements RepresentationTable {
  readonly #indexes = new Map<string, number>();

  constructor(
    readonly represent: Represent,
    readonly list: JsonObject[] = [],
  ) {}

  add(entity: JsonObject): number {
    const representation = this.represent(entity);
    if (representation === undefined) return -1;
    const text = JSON.stringify(representation);
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.list.length);
    return this.list.push(representation) - 1;
  }
}

/** Values lead to an index, one map for each field after the other. */
type Values = Map<unknown, Values | number>;

class ValueTable implements RepresentationTable {
  readonly list: JsonObject[] = [];
  readonly #values: Values = new Map();
  readonly #others: TextTable;

  constructor(
    readonly represent: Represent,
    readonly plain: PlainFields,
  ) {
    this.#others = new TextTable(represent, this.list);
  }

  add(entity: JsonObject): number {
    const { typename, names } = this.plain;
    if (typenameOf(entity) !== typename) return this.#others.add(entity);
    let values = this.#values;
    const last = names.length - 1;
    for (let index = 0; index < last; index++) {
      const value = readKey(entity, names[index] ?? '');
      if (isComposite(value)) return this.#others.add(entity);
      let inner = values.get(value);
      if (!(inner instanceof Map)) values.set(value, (inner = new Map()));
      values = inner;
    }
    const value = readKey(entity, names[last] ?? '');
    if (isComposite(value)) return this.#others.add(entity);
    const known = values.get(value);
    if (typeof known === 'number') return known;
    const representation = this.represent(entity);
    const added = representation === undefined ? -1 : this.list.push(representation) - 1;
    values.set(value, added);
    return added;
  }
}

/** True for a value that is equal to another by what is in it: a scalar of a subgraph may be any JSON. */
function isComposite(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
