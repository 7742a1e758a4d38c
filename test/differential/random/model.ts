/** A random supergraph before it is written as SDL: types, and which subgraph has what of them. */
export interface Model {
  readonly seed: number;
  readonly subgraphs: readonly string[];
  readonly entities: readonly EntityModel[];
  readonly values: readonly ValueModel[];
  readonly abstracts: readonly AbstractModel[];
  readonly roots: readonly FieldModel[];
  readonly mutations: readonly FieldModel[];
}

export interface EntityModel {
  readonly name: string;
  /** The keys of the type in each subgraph that has it; a subgraph that only refers to it has its first key. */
  readonly keys: Map<string, KeyName[]>;
  /** Subgraphs that cannot be asked for the entity. */
  readonly unresolvable: Set<string>;
  readonly fields: FieldModel[];
}

/** A type without a key, the same in every subgraph. */
export interface ValueModel {
  readonly name: string;
  readonly fields: readonly FieldModel[];
}

export interface AbstractModel {
  readonly name: string;
  readonly kind: 'interface' | 'union';
  /** The members in each subgraph that has the type. */
  readonly members: Map<string, string[]>;
}

export interface FieldModel {
  readonly name: string;
  readonly type: string;
  readonly isLeaf: boolean;
  /** Wrappers from the inside out: `!` and `[]`. */
  readonly wrappers: readonly ('!' | '[]')[];
  /** Subgraphs that resolve the field; several share it. */
  readonly owners: readonly string[];
  readonly hasArguments: boolean;
  readonly isInaccessible: boolean;
  /** The subgraph from which the owner took the field over, and which still has it, with other values. */
  readonly overridden?: string;
  /** A field of another subgraph that this one is computed from, as a selection. */
  readonly requires?: { readonly field: string; readonly selection: string };
  /** A field of the entity it leads to that the owner gives along although it is another's. */
  readonly provides?: string;
}

export type KeyName = 'id' | 'sku' | 'region code' | 'org { key }';

/** The fields of each key. */
export const keyFields: Readonly<Record<KeyName, readonly string[]>> = {
  id: ['id: ID!'],
  sku: ['sku: String'],
  'region code': ['region: String!', 'code: Int!'],
  'org { key }': ['org: Org!'],
};

export const keyNames = Object.keys(keyFields) as KeyName[];

/** How many entities of each type there are. */
export const population = 3;

export const leaves = ['Int', 'String', 'Boolean', 'Float', 'ID', 'Color', 'Json'] as const;
