import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { MAX_PAGE_SIZE } from '@onenx/schema';
import { Refusal } from './refusal.js';

/** What one operation may have, its fragments written out; and how many operations are kept prepared. */
export interface Limits {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly tokens: number;
  /** The most entries that a `first` or `last` may ask for. */
  readonly pageSize: number;
  /** The most that an operation may cost by estimate: the objects that its answer may have. */
  readonly cost: number;
  /** How many entries a list that says no size is assumed to have, for the cost. */
  readonly assumedSize: number;
  readonly preparedOperations: number;
  readonly persistedQueries: number;
}

// The planner needs half a second for 150 aliases; an introspection query is about 15 deep. A district has
// ten streets; the whole view of a district with every missing node of every figure named costs 368 853.
export const defaultLimits: Limits = {
  depth: 25,
  aliases: 60,
  fields: 2_000,
  tokens: 10_000,
  pageSize: MAX_PAGE_SIZE,
  cost: 2_000_000,
  assumedSize: 10,
  preparedOperations: 1_000,
  persistedQueries: 1_000,
};

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
}

const empty: Size = { depth: 0, aliases: 0, fields: 0 };

/** Refuses a document with an operation past a limit. It comes before validation, which is slow for such documents. */
export function checkLimits(document: DocumentNode, limits: Limits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const sizeOf = measure(fragments);
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) checkOperation(sizeOf(definition.selectionSet), limits);
  // Validation reads fragments that no operation uses as well.
  for (const { selectionSet } of fragments.values()) checkOperation(sizeOf(selectionSet), limits);
}

function checkOperation(size: Size, limits: Limits): void {
  for (const what of ['depth', 'aliases', 'fields'] as const)
    if (size[what] > limits[what])
      throw Refusal.of('OPERATION_LIMIT', { found: size[what], what: words[what], expected: limits[what] });
}

const words = { depth: 'levels of nesting', aliases: 'aliases', fields: 'fields' } as const;

/** Measures selections. A fragment is measured once, however often it is spread; one within itself counts nothing. */
function measure(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (set: SelectionSetNode) => Size {
  const known = new Map<string, Size>();
  const ofFragment = (name: string): Size => {
    const size = known.get(name);
    const fragment = fragments.get(name);
    if (size !== undefined || fragment === undefined) return size ?? empty;
    known.set(name, empty);
    const measured = ofSet(fragment.selectionSet);
    known.set(name, measured);
    return measured;
  };
  const ofSelection = (selection: SelectionNode): Size => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
    const inner = selection.selectionSet === undefined ? empty : ofSet(selection.selectionSet);
    const alias = selection.alias === undefined ? 0 : 1;
    return { depth: inner.depth + 1, aliases: inner.aliases + alias, fields: inner.fields + 1 };
  };
  const ofSet = (set: SelectionSetNode): Size =>
    set.selections.map(ofSelection).reduce(
      (sum, size) => ({
        depth: Math.max(sum.depth, size.depth),
        aliases: sum.aliases + size.aliases,
        fields: sum.fields + size.fields,
      }),
      empty,
    );
  return ofSet;
}
