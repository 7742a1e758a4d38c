import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { randomOperations, writeOperation } from '../../gateway/src/testing/random-operation.js';
import { tapes } from '../../gateway/src/testing/tape.js';
import type { Answer, AnswerError, Operation } from './answer.js';
import { startArena, type Arena, type Match } from './arena.js';
import { compare, isUnsupported, type Difference } from './compare.js';
import { isKnownNull } from './differences.js';
import { randomSubgraphs } from './random/random-supergraph.js';
import { installMs, propertyMs, runs } from './settings.js';
import { worlds } from './worlds/index.js';
import type { World } from './worlds/world.js';

// One file, so that the oracle is installed and started once.
let arena: Arena;
beforeAll(async () => {
  arena = await startArena();
}, installMs);
afterAll(() => arena?.stop());

const random = { asked: 0, unsupported: 0 };

test.each(worlds.map((world) => [world.name, world] as const))(
  '%s, by hand',
  async (_, world) => {
    const match = await arena.start(world.subgraphs);
    for (const given of world.operations) {
      const operation = typeof given === 'string' ? { query: given } : given;
      expect({ operation, difference: await differenceOf(operation, match, world) }).toEqual({ operation });
    }
    for (const { query, data } of world.differing ?? []) {
      expect({ query, data: (await match.ours({ query })).data }).toEqual({ query, data });
      // When the oracle is mended the operation belongs among those that are answered alike.
      expect({ query, data: (await match.apollo({ query })).data }).not.toEqual({ query, data });
    }
    for (const { query, code } of world.limits ?? []) {
      const { errors = [] } = await match.ours({ query });
      expect({ query, code: errors[0]?.extensions?.code }).toEqual({ query, code });
    }
    await match.end();
  },
  60_000,
);

const open = worlds.filter(({ byHandOnly }) => byHandOnly !== true);

test.each(open.map((world) => [world.name, world] as const))(
  '%s, at random',
  async (_, world) => {
    const match = await arena.start(world.subgraphs);
    const operations = randomOperations(match.schema, {
      depth: 5,
      known: world.known,
      clashing: ['id', 'name', 'title'],
    });
    await fc.assert(
      fc.asyncProperty(operations, async (operation) => {
        random.asked++;
        expect(await differenceOf(operation, match, world)).toBeUndefined();
      }),
      { numRuns: runs, interruptAfterTimeLimit: propertyMs },
    );
    await match.end();
  },
  propertyMs * 2,
);

test('the planner knows nearly every random operation over them', () => {
  expect(random.asked).toBeGreaterThanOrEqual(open.length * runs);
  expect(random.unsupported / random.asked).toBeLessThan(0.05);
});

const operationsEach = 20;
// Names of keys and of fields that every random type has.
const options = { depth: 5, clashing: ['id', 'sku', 'a', 'b', 'org', 'label'] };

const randomWorlds = fc.tuple(
  tapes(400, 80).map(randomSubgraphs),
  fc.array(tapes(250), { minLength: operationsEach, maxLength: operationsEach }),
);

test(
  'random operations over random supergraphs are answered as by the oracle',
  async () => {
    const counts = { composed: 0, asked: 0, unsupported: 0 };
    const check = async (operation: Operation, match: Match): Promise<void> => {
      counts.asked++;
      const ours = await match.ours(operation);
      if (isUnsupported(ours)) counts.unsupported++;
      else expect({ operation, difference: await compareBoth(ours, operation, match, {}) }).toEqual({ operation });
    };
    await fc.assert(
      fc.asyncProperty(randomWorlds, async ([subgraphs, operations]) => {
        const match = await arena.start(subgraphs).catch((error: unknown) => {
          if (error instanceof AggregateError) return undefined;
          throw error;
        });
        // A random supergraph may break a rule of composition.
        fc.pre(match !== undefined);
        counts.composed++;
        try {
          for (const tape of operations) {
            const operation = writeOperation(match.schema, options, tape.again());
            if (operation !== undefined) await check(operation, match);
          }
        } finally {
          await match.end();
        }
      }),
      { numRuns: runs, interruptAfterTimeLimit: propertyMs, maxSkipsPerRun: 10 },
    );
    process.stdout.write(`random supergraphs: ${JSON.stringify(counts)}\n`);
    expect(counts.asked).toBeGreaterThan(counts.composed * operationsEach * 0.5);
    expect(counts.unsupported / counts.asked).toBeLessThan(0.05);
  },
  propertyMs * 2,
);

async function differenceOf(operation: Operation, match: Match, world: World): Promise<Difference | undefined> {
  const ours = await match.ours(operation);
  if (isUnsupported(ours)) {
    random.unsupported++;
    // By hand what has no plan is listed.
    return world.operations.some((one) => one === operation.query || one === operation)
      ? { what: 'errors', ours: ours.errors, apollo: undefined }
      : undefined;
  }
  return compareBoth(ours, operation, match, world);
}

/** Compares with what the oracle answers in either words. */
async function compareBoth(
  ours: Answer,
  operation: Operation,
  match: Match,
  { hasAbsent }: Pick<World, 'hasAbsent'>,
): Promise<Difference | undefined> {
  const isKnown = (error: AnswerError): boolean => isKnownNull(error, { hasAbsent });
  const difference = compare(ours, await match.apolloInOtherWords(operation), isKnown);
  if (difference === undefined) return undefined;
  return compare(ours, await match.apollo(operation), isKnown) && difference;
}
