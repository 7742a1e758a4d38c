import {
  DEFAULT_PAGE_SIZE,
  divisionCodeScalar,
  type KindDefinition,
  levelLabel,
  MAX_PAGE_SIZE,
  OneNXError,
  placeLevel,
} from '@onenx/schema';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { ListArguments } from '../lists/list.js';
import type { RecordOrder } from '../lists/order.js';
import type { Where } from '../lists/where.js';
import type { NodeContext } from './context.js';
import { namedClass } from './filter.types.js';
import { kindTypes, RecordOrderInput } from './kind.types.js';
import { placeTypes, type PlaceClass } from './place.types.js';
import { answeredHere, presentConnection } from './present-record.js';

type ResolverClass = new () => object;
type ListMethod = (
  where: Where | null,
  orderBy: RecordOrder[] | null,
  first: number | null,
  after: string | null,
  last: number | null,
  before: string | null,
  place: string | { code: string },
  context: NodeContext,
) => Promise<object>;

const ARGUMENTS = 6;

/** Without a default: GraphQL could not tell one that the caller left out from one that was given beside `last`. */
const PAGE_ARGUMENTS = [
  ['first', Int, `从头起最多返回条数, 不超过${MAX_PAGE_SIZE}; 与 last 皆缺时为${DEFAULT_PAGE_SIZE}`],
  ['after', String, '从此游标之后开始'],
  ['last', Int, `从尾起最多返回条数, 不超过${MAX_PAGE_SIZE}; 不可与 first 同用`],
  ['before', String, '到此游标之前为止'],
] as const;

/** Two field resolvers of one type are told apart by their methods' names alone, so each list's method has the list's name. */
function methodOf(kind: KindDefinition): string {
  return kind.plural;
}

/** The lists of a kind: at the root by `under`, and on every place. */
export function kindResolvers(kind: KindDefinition): ResolverClass[] {
  return [rootResolver(kind), ...Object.values(placeTypes(kind.level)).map((place) => placeResolver(kind, place))];
}

function rootResolver(kind: KindDefinition): ResolverClass {
  const { resolver, prototype, descriptor } = listClass(kind, `${kind.name}RootResolver`);
  Arg('under', () => divisionCodeScalar, { description: '所在地点: the place under which to look.' })(
    prototype,
    methodOf(kind),
    ARGUMENTS,
  );
  Query(() => kindTypes(kind).connection, { nullable: true, name: kind.plural, description: listDescription(kind) })(
    prototype,
    methodOf(kind),
    descriptor,
  );
  Resolver(() => kindTypes(kind).record)(resolver);
  return resolver;
}

function placeResolver(kind: KindDefinition, place: PlaceClass): ResolverClass {
  const { resolver, prototype, descriptor } = listClass(kind, `${kind.name}Of${place.name}Resolver`);
  Root()(prototype, methodOf(kind), ARGUMENTS);
  FieldResolver(() => kindTypes(kind).connection, {
    nullable: true,
    name: kind.plural,
    description: listDescription(kind),
  })(prototype, methodOf(kind), descriptor);
  Resolver(() => place)(resolver);
  return resolver;
}

function listDescription(kind: KindDefinition): string {
  return `${kind.zh}列表: ended records too; owned by the ${levelLabel(kind.level, 'en')} level.`;
}

function listClass(
  kind: KindDefinition,
  name: string,
): { resolver: ResolverClass; prototype: object; descriptor: PropertyDescriptor } {
  const resolver = namedClass(name);
  const prototype: object = resolver.prototype;
  const descriptor: PropertyDescriptor = { value: listMethod(kind), writable: true, configurable: true };
  Object.defineProperty(prototype, methodOf(kind), descriptor);
  Arg('where', () => kindTypes(kind).where, { nullable: true, description: '筛选条件' })(prototype, methodOf(kind), 0);
  Arg('orderBy', () => [RecordOrderInput], { nullable: true, description: '排序' })(prototype, methodOf(kind), 1);
  PAGE_ARGUMENTS.forEach(([argument, type, description], i) =>
    Arg(argument, () => type, { nullable: true, description })(prototype, methodOf(kind), 2 + i),
  );
  Ctx()(prototype, methodOf(kind), ARGUMENTS + 1);
  return { resolver, prototype, descriptor };
}

function listMethod(kind: KindDefinition): ListMethod {
  return async (where, orderBy, first, after, last, before, place, context) => {
    const code = typeof place === 'string' ? place : place.code;
    // Here and not in the loader, where a code of no level would fail the lists of other places with it.
    placeLevel(code);
    expectKnown(code, context);
    const loaders = context.loaders.of(kind);
    const args: ListArguments = { where, orderBy, first, after, last, before };
    const page = await loaders.pages.load({ place: code, args });
    const snapshot = context.services.tree.at(context.today);
    return presentConnection({
      page,
      kind,
      loaders: context.loaders,
      leftOut: async (cursor) =>
        typeof args[cursor] === 'string' && loaders.leftOut.load({ place: code, args, cursor }),
      totalCount: async () => loaders.counts.load({ place: code, where }),
      coverage: answeredHere(kind, code, { snapshot, codes: context.codes }),
    });
  };
}

/** A list of a place that never was is a mistake, not an empty list. @throws PLACE_UNKNOWN */
function expectKnown(code: string, { services, today }: NodeContext): void {
  if (services.tree.latest(code) === undefined) throw new OneNXError('PLACE_UNKNOWN', { found: code, date: today });
}
