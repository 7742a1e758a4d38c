import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE } from '@onenx/schema';
import { isIncluded, type Conditional, type Fragments } from '../../plan/conditions.js';
import { largest, product, sum, type Amount } from './amount.js';
import { askedSizes, largestAsked, type AskedSize } from './asked-sizes.js';
import { entriesOf } from './entries.js';

/** What an operation costs, and the sizes of lists that it asks for. */
export interface Cost {
  readonly cost: Amount;
  readonly asked: readonly AskedSize[];
}

/**
 * Estimates an operation before it is planned, by the static analysis of the GraphQL cost directives' draft: an object
 * counts 1, a scalar nothing, an entry of a list argument 1, and what is within a list as often as the list may have
 * entries. How many those are, `first` or `last` says of the field, or of the object around it (a connection's `nodes`,
 * a roll-up's `rows`); unsaid, it is a page's usual size, and of a list without pages so many are assumed; or, if more,
 * as many as the arguments name. Fragments on several types are added
 * up, so the estimate is never too low for the sizes it goes by.
 * https://ibm.github.io/graphql-specs/cost-spec.html
 */
export function compileCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  { fragments, assumedSize }: { readonly fragments: Fragments; readonly assumedSize: number },
): Cost {
  const compiler = new CostCompiler(schema, fragments, assumedSize);
  const root = schema.getRootType(operation.operation);
  const cost = root == null ? 0 : compiler.costOf(operation.selectionSet, { type: root });
  return { cost, asked: compiler.asked };
}

/** Where a selection stands: in an object of this type, whose own lists have this size when it asks for one. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly size?: Amount;
}

class CostCompiler {
  readonly asked: AskedSize[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly assumedSize: number,
  ) {}

  costOf({ selections }: SelectionSetNode, place: Place): Amount {
    return sum(selections.map((selection) => whenIncluded(selection, this.#selection(selection, place))));
  }

  #selection(selection: SelectionNode, place: Place): Amount {
    if (selection.kind === Kind.FIELD) return this.#field(selection, place);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
    if (fragment === undefined) return 0;
    const condition = fragment.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
    return this.costOf(fragment.selectionSet, isCompositeType(condition) ? { ...place, type: condition } : place);
  }

  #field(field: FieldNode, { type: parent, size: sizeAround }: Place): Amount {
    // The schema's own size is no client's doing; depth and number of the fields that read it are limited by themselves.
    if (field.name.value.startsWith('__')) return field.selectionSet === undefined ? 0 : 1;
    const definition = 'getFields' in parent ? parent.getFields()[field.name.value] : undefined;
    if (definition === undefined) return 0;
    const entries = entriesOf(field, definition);
    const type = getNamedType(definition.type);
    if (field.selectionSet === undefined || !isCompositeType(type)) return entries;
    const asked = askedSizes(field, definition);
    this.asked.push(...asked);
    const page = asked.length === 0 ? undefined : largestAsked(asked, largest(DEFAULT_PAGE_SIZE, entries));
    if (!isListType(getNullableType(definition.type)))
      return sum([entries, 1, this.costOf(field.selectionSet, { type, size: page })]);
    const size = page ?? sizeAround ?? largest(this.assumedSize, entries);
    return sum([entries, product(size, sum([1, this.costOf(field.selectionSet, { type })]))]);
  }
}

function whenIncluded(selection: Conditional, cost: Amount): Amount {
  const { directives = [] } = selection;
  if (directives.length === 0 || cost === 0) return cost;
  const depends = directives.some(({ arguments: args = [] }) => args.some(({ value }) => value.kind === Kind.VARIABLE));
  if (!depends) return isIncluded(selection, {}) ? cost : 0;
  return (variables) => {
    if (!isIncluded(selection, variables)) return 0;
    return typeof cost === 'number' ? cost : cost(variables);
  };
}
