import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { PartService, type NodeDatabase } from '@onenx/node';
import { codeSetMatcher, parseCodeSet, type Spec } from '@onenx/schema';
import { onEachDatabase } from '../kit/databases.js';
import { partCatalogue, partKinds, testCase, testObservation } from '../kit/part-kinds.js';
import { found } from '../kit/found-part.js';
import { slowPart, type Stored } from '../kit/part-oracle.js';
import { DISTRICT, randomTrees, type RandomTree } from '../kit/random-tree.js';
import { cases, observations, specs } from '../kit/random-specs.js';
import { clear, put } from '../kit/store.js';

/** One seed a run: both databases are asked the same, and what equals one oracle is equal. */
const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
const EVERYTHING = parseCodeSet('310105');
process.stdout.write(`seed of the parts: ${SEED}\n`);

const worlds = randomTrees.chain((trees) =>
  fc.record({
    trees: fc.constant(trees),
    cases: cases(trees),
    observations: observations(trees),
    specs: fc.array(specs(trees), { minLength: 25, maxLength: 30 }),
  }),
);

onEachDatabase('a part', (open) => {
  async function store(database: NodeDatabase, stored: Stored): Promise<void> {
    await clear(database, partKinds);
    await put(database, testCase, stored.cases);
    await put(database, testObservation, stored.observations);
  }

  const service = (database: NodeDatabase, { tree }: RandomTree) =>
    new PartService({ database, catalogue: partCatalogue, tree, node: DISTRICT });

  test('equals what a slow walk over all records finds, whatever is asked of whatever tree', async () => {
    const database = await open(partKinds);
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.constantFrom('310105', '310105,-310105001', '310105002,310105001011'),
        async (world, codes) => {
          await store(database, world);
          const set = parseCodeSet(codes);
          const answersFor = codeSetMatcher(set);
          const kept = (list: Stored['cases']) => list.filter(({ place }) => answersFor(String(place)));
          const visible = { cases: kept(world.cases), observations: kept(world.observations) };
          const parts = await service(database, world.trees).answer(world.specs, set);
          world.specs.forEach((spec, i) => {
            expect(found(parts[i])).toEqual(slowPart(spec, visible, world.trees));
          });
        },
      ),
      { seed: SEED, numRuns: Number(process.env['RUNS'] ?? 15), endOnFailure: true },
    );
  });

  test('costs no more statements for 200 scopes than for one, and one a record kind for sums', async () => {
    const statements: string[] = [];
    const database = await open(partKinds, (text) => statements.push(text));
    const [world] = fc.sample(worlds, { seed: SEED, numRuns: 1 });
    if (world === undefined) throw new Error('no world');
    await store(database, world);
    const base: Spec = {
      scope: DISTRICT,
      measures: ['amount', 'beds.all', 'count', 'visits.done'],
      by: ['street'],
      where: null,
      at: '2020-06-30',
      from: '2020-01-01',
      to: '2020-12-31',
    };
    const scopes = Array.from({ length: 200 }, (_, i) => world.trees.codes[i % world.trees.codes.length] ?? '');
    const count = async (asked: readonly Spec[]): Promise<number> => {
      statements.length = 0;
      const parts = await service(database, world.trees).answer(asked, EVERYTHING);
      asked.forEach((spec, i) => expect(found(parts[i])).toEqual(slowPart(spec, world, world.trees)));
      return statements.filter((text) => /select/i.test(text)).length;
    };
    // One a record kind, and one more for all where a place has ended: whether its successors have sent a stock of theirs.
    const one = await count([base]);
    expect([2, 3]).toContain(one);
    expect(await count(scopes.map((scope) => ({ ...base, scope })))).toBe(one);
    expect(await count(scopes.map((scope) => ({ ...base, scope, measures: ['count', 'members', 'signed'] })))).toBe(1);
    expect(await count([base, { ...base, at: '2019-06-30' }])).toBe(one + 2);
  });
});

/** The rows of a part as the oracle has them: what found nothing is null. */
