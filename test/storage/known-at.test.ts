import { expect, test } from '@jest/globals';
import { fieldsOf, PartService, snakeCase, type NodeDatabase } from '@onenx/node';
import { parseCodeSet, type Part } from '@onenx/schema';
import * as fc from 'fast-check';
import { onEachDatabase } from '../kit/databases.js';
import { partCatalogue, partKinds, testCase, testObservation } from '../kit/part-kinds.js';
import { found } from '../kit/found-part.js';
import { slowPart, type Stored } from '../kit/part-oracle.js';
import { cases, observations, specs } from '../kit/random-specs.js';
import { DISTRICT, randomTrees, type RandomTree } from '../kit/random-tree.js';
import { clear, put, type Values } from '../kit/store.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
process.stdout.write(`seed of what was known: ${SEED}\n`);

const FIRST = '2026-01-01T00:00:00.000Z';
const BETWEEN = '2026-02-01T00:00:00.000Z';
const SECOND = '2026-03-01T00:00:00.000Z';
const LATER = '2026-04-01T00:00:00.000Z';

/** A register, and the same one after some of its records have been corrected. */
const worlds = randomTrees.chain((trees) =>
  fc.record({
    trees: fc.constant(trees),
    before: cases(trees),
    corrections: cases(trees),
    observations: observations(trees),
    specs: fc.array(specs(trees), { minLength: 10, maxLength: 12 }),
  }),
);

onEachDatabase('a part of what was known at a moment', (open) => {
  test('leaves out what was corrected since, and has what was there', async () => {
    const database = await open(partKinds);
    await fc.assert(
      fc.asyncProperty(worlds, async ({ trees, before, corrections, observations: observed, specs: asked }) => {
        const after = before.map(
          (record, i) => ({ ...record, ...correctionOf(corrections[i]), id: record['id'] }) as Values,
        );
        await store(database, before, observed);
        await correct(database, after);
        const answer = async (knownAt: string): Promise<Part[]> =>
          service(database, trees).answer(
            asked.map((spec) => ({ ...spec, knownAt })),
            parseCodeSet('310105'),
          );
        const [then, now] = [await answer(BETWEEN), await answer(LATER)];
        asked.forEach((spec, i) => {
          expect(found(then[i])).toEqual(slowPart(spec, { cases: before, observations: observed }, trees));
          expect(found(now[i])).toEqual(slowPart(spec, { cases: after, observations: observed }, trees));
        });
        const [nothing] = await answer('2025-01-01T00:00:00.000Z');
        expect(nothing?.rows).toEqual([]);
      }),
      { seed: SEED, numRuns: 10 * Number(process.env['RUNS'] ?? 1), endOnFailure: true },
    );
  });
});

/** What a correction says of a record; its number stays. */
function correctionOf(correction: Values | undefined): Partial<Values> {
  if (correction === undefined) return {};
  const { id: _, number: __, ...said } = correction;
  return said;
}

async function store(
  database: NodeDatabase,
  before: readonly Values[],
  observed: Stored['observations'],
): Promise<void> {
  await clear(database, partKinds);
  for (const kind of ['test_case', 'committee_observation']) {
    await database.query({ text: `DELETE FROM "${kind}_history"`, params: [] });
  }
  await put(
    database,
    testCase,
    before.map((record) => ({ ...record, recordedAt: FIRST })),
  );
  await put(
    database,
    testObservation,
    observed.map((record) => ({ ...record, recordedAt: FIRST })),
  );
}

/** What was on record goes into the history as it is, for random records lie where none may be stored. */
async function correct(database: NodeDatabase, after: readonly Values[]): Promise<void> {
  const columns = fieldsOf(testCase)
    .map((field) => `"${snakeCase(field)}"`)
    .join(', ');
  const text = `INSERT INTO "test_case_history" (${columns}, "known_until") SELECT ${columns}, '${SECOND}' FROM "test_case"`;
  await database.query({ text, params: [] });
  await clear(database, [testCase]);
  await put(
    database,
    testCase,
    after.map((record) => ({ ...record, version: 2, recordedAt: SECOND })),
  );
}

function service(database: NodeDatabase, { tree }: RandomTree): PartService {
  return new PartService({ database, catalogue: partCatalogue, tree, node: DISTRICT });
}
