import { expect, test } from '@jest/globals';
import { cellValue, parseCodeSet, PlaceTree, placeKind, placeLevel, type PlaceVersion } from '@onenx/schema';
import { PartService } from '@onenx/node';
import { onEachDatabase } from '../kit/databases.js';
import { partCatalogue, partKinds, testObservation } from '../kit/part-kinds.js';
import { put } from '../kit/store.js';

const [DISTRICT, STREET] = ['310105000000', '310105001000'];
const [A, B, C] = ['310105001001', '310105001002', '310105001003'];
const MERGED = '2020-01-01';

function version(code: string, parent: string | null, change: Partial<PlaceVersion> = {}): PlaceVersion {
  const fixed = { name: `示例${code}`, validFrom: '2000-01-01', validTo: null, predecessors: [], synthetic: true };
  return { code, level: placeLevel(code), kind: placeKind(code), parent, ...fixed, ...change };
}

/** Two committees become one. */
const tree = PlaceTree.of([
  version(DISTRICT, null),
  version(STREET, DISTRICT),
  version(A, STREET, { validTo: MERGED }),
  version(B, STREET, { validTo: MERGED }),
  version(C, STREET, { validFrom: MERGED, predecessors: [A, B] }),
]);

function beds(place: string, day: string, numerator: number) {
  const id = `${place}-${day}`;
  return { id, place, state: 'LOCKED', measure: 'beds', periodFrom: day, periodTo: day, numerator, denominator: 100 };
}

onEachDatabase('the observed stock of a place that has ended', (open) => {
  async function bedsAt(at: string, scope: string): Promise<number | null> {
    const database = await open(partKinds);
    await put(database, testObservation, [
      beds(A, '2019-11-30', 10),
      beds(B, '2019-12-31', 5),
      beds(C, '2020-03-31', 17),
    ]);
    const parts = new PartService({ database, catalogue: partCatalogue, tree, node: DISTRICT });
    const spec = { scope, measures: ['beds.private'], by: [], where: null, at, from: null, to: null };
    const [part] = await parts.answer([spec], parseCodeSet('310105'));
    return cellValue(part?.rows[0]?.cells[0] ?? 0).value;
  }

  test.each([DISTRICT, STREET, C])(
    'counts under its successor until that one sends its own, asked at %s',
    async (scope) => {
      expect(await bedsAt('2020-02-29', scope)).toBe(15);
      expect(await bedsAt('2020-03-31', scope)).toBe(17);
      expect(await bedsAt('2020-06-30', scope)).toBe(17);
    },
  );

  test('counts at its own place while that stood', async () => {
    expect(await bedsAt('2019-12-31', A)).toBe(10);
    expect(await bedsAt('2019-12-31', STREET)).toBe(15);
  });
});
