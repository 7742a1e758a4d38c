import { describe, expect, test } from '@jest/globals';
import {
  CONTRACT,
  overlap,
  parseCodeSet,
  Placement,
  placeKind,
  placeLevel,
  PlaceTree,
  type LevelSpec,
  type PlaceVersion,
} from '@onenx/schema';
import * as fc from 'fast-check';
import { SilentEndpointError, type LevelEndpoint } from './endpoint.js';
import { Gatherer, outcomeOf } from './gather.js';
import { StrayCodes } from './stray-codes.js';

const MERGED = '2022-01-01';
const [DISTRICT, KEPT, HEIR, ENDED, MOVED] = [
  '310105000000',
  '310105001000',
  '310105002000',
  '310105003000',
  '310105001005',
];

function place(code: string, rest: Partial<PlaceVersion> = {}): PlaceVersion {
  const parent = { DISTRICT: null, STREET: DISTRICT, COMMITTEE: `${code.slice(0, 9)}000` }[placeLevel(code)];
  const fixed = { validFrom: '2010-01-01', validTo: null, predecessors: [], synthetic: true };
  return { code, name: code, level: placeLevel(code), kind: placeKind(code), parent, ...fixed, ...rest };
}

/** A street that passed into another, with its committee, and a committee that passed to another street under its old code. */
const tree = PlaceTree.of([
  place(DISTRICT),
  place(KEPT),
  place(HEIR, { validTo: MERGED }),
  place(HEIR, { validFrom: MERGED, predecessors: [HEIR, ENDED] }),
  place(ENDED, { validTo: MERGED }),
  place('310105003001', { validTo: MERGED }),
  place('310105002009', { validFrom: MERGED, predecessors: ['310105003001'] }),
  place(MOVED, { validTo: MERGED }),
  place(MOVED, { validFrom: MERGED, parent: HEIR, predecessors: [MOVED] }),
  place('310105001001'),
]);

const specOf = (scope: string, at: string): LevelSpec => ({
  level: 'STREET',
  spec: { scope, measures: ['teams.filed'], by: [], where: null, at, from: null, to: null },
});

/** An endpoint that answers one record for all of its codes, or for others than it was asked. */
function endpoint(codes: string, rest: { answers?: string; isSilent?: boolean; asked?: string[] } = {}): LevelEndpoint {
  return {
    level: 'STREET',
    url: `http://${codes}`,
    codes,
    request: async ({ variables }) => {
      rest.asked?.push(codes);
      if (rest.isSilent === true) throw new SilentEndpointError('TIMEOUT');
      const part = {
        contract: CONTRACT,
        node: codes,
        edition: MERGED,
        codesAnswered: rest.answers ?? codes,
        asOf: '2026-01-01T00:00:00.000Z',
        state: 'COMPLETE',
        notSupported: [],
        rows: [{ group: [], cells: [1] }],
      };
      return { data: { parts: (variables['specs'] as string[]).map(() => part) } };
    },
  };
}

const gatherer = (...endpoints: LevelEndpoint[]) =>
  new Gatherer(endpoints, { language: undefined, request: {} }, new StrayCodes(tree));

describe('the endpoints of a level', () => {
  test('are asked where they keep a code that counts in the scope on the day, and nowhere else', async () => {
    const codes = tree.codes();
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...codes], { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...codes),
        fc.constantFrom('2021-12-31', MERGED),
        async (kept, scope, day) => {
          const asked: string[] = [];
          await gatherer(endpoint(kept.join(), { asked })).gather(specOf(scope, day));
          const set = parseCodeSet(kept.join());
          const placement = new Placement(tree, day);
          const under = codes.filter((code) => placement.lineage(code).includes(scope));
          const isNeeded = [scope, ...under].some((code) => overlap(set, parseCodeSet(code)) !== null);
          expect([kept, asked.length]).toEqual([kept, isNeeded ? 1 : 0]);
        },
      ),
    );
  });

  test('are refused when two answer for one place: OVERLAPPING_OWNERS', async () => {
    const [wide, own] = [endpoint('310105,-310105001'), endpoint('310105001')];
    const { parts } = await gatherer(wide, own).gather(specOf(DISTRICT, MERGED));
    expect(parts.rows).toEqual([{ group: [], cells: [2] }]);
    const deaf = endpoint('310105,-310105001', { answers: '310105' });
    await expect(gatherer(deaf, own).gather(specOf(DISTRICT, MERGED))).rejects.toMatchObject({
      code: 'OVERLAPPING_OWNERS',
      params: { found: KEPT },
    });
  });
});

describe('a node', () => {
  const answered = { asOf: '2026-01-01T00:00:00.000Z' };

  test('has answered when whoever keeps its codes has, the ended ones too', async () => {
    const silent = endpoint('310105003', { isSilent: true });
    const gathered = async (day: string, ...endpoints: LevelEndpoint[]) =>
      gatherer(...endpoints).gather(specOf(DISTRICT, day));
    const rest = endpoint('310105,-310105003');
    const after = await gathered(MERGED, rest, silent);
    expect([KEPT, HEIR].map((code) => outcomeOf(after, code))).toEqual([answered, { reason: 'TIMEOUT' }]);
    const before = await gathered('2021-12-31', rest, silent);
    expect([HEIR, ENDED].map((code) => outcomeOf(before, code))).toEqual([answered, { reason: 'TIMEOUT' }]);
    expect(outcomeOf(await gathered(MERGED, rest), HEIR)).toEqual(answered);
    expect(outcomeOf(await gathered(MERGED, endpoint('310105001')), HEIR)).toEqual({ reason: 'UNREACHABLE' });
  });
});
