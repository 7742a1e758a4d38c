import { OneNXError, type KindDefinition } from '@onenx/schema';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actionMoves } from '../work/action-move.js';
import type { ChangeInput, Move } from '../work/move.js';
import { saveMove } from '../work/save-move.js';
import type { NodeContext } from './context.js';
import { namedClass } from './filter.types.js';
import { mutationTypes } from './mutation.types.js';
import { presentOutcome } from './present-outcome.js';

type Class = new () => object;
type GivenInput = Readonly<Record<string, unknown>>;

/** The most changes of one batch: each is a transaction of its own. */
const MAX_BATCH = 500;

/** The mutations of a kind: saving and each action of its workflow, one at a time or in a batch with a result an item. */
export function mutationResolver(kind: KindDefinition): Class {
  const resolver = namedClass(`${kind.name}MutationResolver`);
  const types = mutationTypes(kind);
  const save = saveMove(kind);
  addMutations(resolver, { move: save, input: types.saveInput, description: `保存${kind.zh}: make or change one.` });
  for (const move of actionMoves(kind)) {
    const { zh, en, source } = kind.workflow?.actions[move.name] ?? { zh: '', en: '', source: '' };
    const input = types.actionInputs.get(move.name);
    if (input !== undefined) addMutations(resolver, { move, input, description: `${zh}: ${en}. ${source}.` });
  }
  Resolver()(resolver);
  return resolver;
}

interface Adding {
  readonly move: Move;
  readonly input: Class;
  readonly description: string;
}

function addMutations(resolver: Class, { move, input, description }: Adding): void {
  const { payload } = mutationTypes(move.kind);
  const prototype: object = resolver.prototype;
  const one = define(prototype, move.name, async (given: GivenInput, context: NodeContext) =>
    change(move, given, context),
  );
  Arg('input', () => input, { description: '更改内容' })(prototype, move.name, 0);
  Ctx()(prototype, move.name, 1);
  Mutation(() => payload, { nullable: true, name: move.name, description })(prototype, move.name, one);

  const many = `${move.name}Batch`;
  const batch = define(prototype, many, async (given: readonly GivenInput[], context: NodeContext) => {
    if (given.length > MAX_BATCH) throw tooMany(given.length);
    const outcomes: object[] = [];
    for (const item of given) outcomes.push(await change(move, item, context));
    return outcomes;
  });
  Arg('inputs', () => [input], { description: `更改内容: up to ${MAX_BATCH}, all of one node` })(prototype, many, 0);
  Ctx()(prototype, many, 1);
  Mutation(() => [payload], {
    nullable: true,
    name: many,
    description: `${description} 批量: a result an item, in order.`,
  })(prototype, many, batch);
}

function define(prototype: object, name: string, value: (...given: never[]) => unknown): PropertyDescriptor {
  const descriptor: PropertyDescriptor = { value, writable: true, configurable: true };
  Object.defineProperty(prototype, name, descriptor);
  return descriptor;
}

function tooMany(found: number): OneNXError {
  return new OneNXError('ARGUMENT_INVALID', { argument: 'inputs', found, expected: `0 to ${MAX_BATCH}` });
}

async function change(move: Move, given: GivenInput, context: NodeContext): Promise<object> {
  const outcome = await context.work.make(move, readInput(move, given));
  return presentOutcome(move.kind, outcome, context);
}

const COMMON = new Set(['requestId', 'id', 'place', 'expectedVersion', 'dryRun', 'correction', 'asDraft']);

function readInput({ noun }: Move, given: GivenInput): ChangeInput {
  const own = Object.entries(given).filter(([name]) => COMMON.has(name));
  const fields =
    noun === undefined
      ? Object.entries(given).filter(([name]) => !COMMON.has(name))
      : Object.entries(given[noun] ?? {});
  return { ...(Object.fromEntries(own) as unknown as ChangeInput), fields: Object.fromEntries(fields) };
}
