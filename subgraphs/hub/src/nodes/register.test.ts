import { expect, test } from '@jest/globals';
import { addDays, LEVELS, placeKind, placeLevel, PlaceTree, type Level, type PlaceVersion } from '@onenx/schema';
import fc from 'fast-check';
import { EVERY_KIND, NodeRegister, type RegisterEntry } from './register.js';

/** Each place's line upwards, itself first. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  '310105000000': ['310105000000'],
  '310105001000': ['310105001000', '310105000000'],
  '310105002000': ['310105002000', '310105000000'],
  '310105001001': ['310105001001', '310105001000', '310105000000'],
  '310105001002': ['310105001002', '310105001000', '310105000000'],
  '310105002001': ['310105002001', '310105002000', '310105000000'],
};
const codes = Object.keys(LINES);
const tree = PlaceTree.of(codes.map(version));

function version(code: string): PlaceVersion {
  const parent = LINES[code]?.[1] ?? null;
  const dates = { validFrom: '2000-01-01', validTo: null };
  return {
    code,
    name: code,
    level: placeLevel(code),
    kind: placeKind(code),
    parent,
    ...dates,
    predecessors: [],
    synthetic: true,
  };
}

const day = fc.integer({ min: 0, max: 30 }).map((n) => addDays('2024-01-01', n));
const kind = fc.constantFrom('Need', 'Deliberation');
const entry: fc.Arbitrary<RegisterEntry> = fc.record({
  level: fc.constantFrom<Level>(...LEVELS),
  place: fc.constantFrom(...codes),
  recordKind: fc.oneof(kind, fc.constant(EVERY_KIND)),
  keptSince: day,
  keptUntil: fc.option(day),
  basis: fc.constant('x'),
});
const node = fc.constantFrom(...codes).map((code) => ({ level: placeLevel(code), code }));

/** The rule as it is written down: everything said of the node, the nearest place and the named kind first. */
function keepsByRule(
  entries: readonly RegisterEntry[],
  asked: { code: string; level: Level; kind: string; on: string },
): boolean {
  const line = LINES[asked.code] ?? [];
  const said = entries.filter((one) => one.level === asked.level && line.includes(one.place));
  if (said.length === 0) return true;
  const rank = (one: RegisterEntry): number => line.indexOf(one.place) * 2 + (one.recordKind === asked.kind ? 0 : 1);
  const ofKind = said.filter(({ recordKind }) => [asked.kind, EVERY_KIND].includes(recordKind));
  const nearest = Math.min(...ofKind.map(rank));
  return ofKind.some(
    (one) => rank(one) === nearest && one.keptSince <= asked.on && (one.keptUntil ?? '9999') > asked.on,
  );
}

test('a node keeps what the nearest entry says, and everything where nobody said anything', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 6 }),
      fc.array(fc.tuple(node, kind, day), { maxLength: 20 }),
      (entries, asked) => {
        const register = new NodeRegister(tree, entries);
        for (const [{ level, code }, name, on] of asked) {
          const expected = keepsByRule(entries, { code, level, kind: name, on });
          expect(register.keeps({ level, code }, name, on)).toBe(expected);
          expect(register.keeps({ level, code }, name, on)).toBe(expected);
          expect(register.keeping({ level, code }, name, on).kept).toBe(expected);
        }
      },
    ),
  );
});

test('the entry that decides comes with the answer; none does where nobody said anything', () => {
  const own: RegisterEntry = {
    level: 'COMMITTEE',
    place: '310105001001',
    recordKind: 'Need',
    keptSince: '2024-01-02',
    keptUntil: null,
    basis: 'own',
  };
  const above: RegisterEntry = { ...own, place: '310105001000', recordKind: EVERY_KIND, basis: 'above' };
  const register = new NodeRegister(tree, [above, own]);
  const committee = (code: string) => ({ level: 'COMMITTEE' as const, code });
  expect(register.keeping(committee('310105001001'), 'Need', '2024-01-02').entry).toBe(own);
  expect(register.keeping(committee('310105001001'), 'Deliberation', '2024-01-02').entry).toBe(above);
  expect(register.keeping(committee('310105001002'), 'Need', '2024-01-02').entry).toBe(above);
  expect(register.keeping(committee('310105001001'), 'Need', '2024-01-01')).toEqual({ kept: false, entry: null });
  expect(register.keeping(committee('310105002001'), 'Need', '2024-01-01')).toEqual({ kept: true, entry: null });
});
