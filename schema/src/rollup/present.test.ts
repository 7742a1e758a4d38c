import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answer, question } from './simulate.test-kit.js';
import { plain, slow } from './slow-answer.test-kit.js';
import { questions } from './small-questions.test-kit.js';
import { worlds, type SmallRecord, type SmallWorld } from './small-world.test-kit.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
const settings = { seed: SEED, numRuns: Number(process.env['RUNS'] ?? 400) };
process.stdout.write(`seed of the roll-ups: ${SEED}\n`);

describe('a presented roll-up', () => {
  test('equals what a slow walk over all records finds', () => {
    fc.assert(
      fc.property(questions, worlds, (asked, world) => {
        expect(plain(answer(asked, world))).toEqual(slow(asked, world));
      }),
      settings,
    );
  });

  test('of any place equals the same question asked of that place alone', () => {
    fc.assert(
      fc.property(questions, worlds, (asked, world) => {
        const whole = answer({ ...asked, subtotals: true, having: null, first: null }, world);
        for (const row of whole.rows.filter(({ group }) => group.every((value) => value !== null))) {
          if (
            row.place === null ||
            asked.by.slice(0, row.depth).some((code) => code !== 'street' && code !== 'committee')
          )
            continue;
          const alone = answer({ ...asked, scope: row.place, by: [] }, world).total.values;
          const applied = row.values.flatMap((value, i) => (value.missing === 'NOT_APPLICABLE' ? [] : [i]));
          for (const i of applied)
            expect({ ...row.values[i], rank: null, shareOfTotal: null }).toEqual({ ...alone[i], shareOfTotal: null });
        }
      }),
      settings,
    );
  });

  test('has a row for everything that adds up to its total', () => {
    const additive = ['bodies', 'teams', 'teams.members', 'teams.new', 'everyone'];
    fc.assert(
      fc.property(questions, worlds, fc.subarray(additive, { minLength: 1 }), (asked, world, names) => {
        fc.pre(asked.by.length > 0 && (!asked.by.includes('quarter') || names.join() === 'teams.new'));
        const { measures } = question(names);
        const { rows, total } = answer(
          { ...asked, measures, subtotals: false, having: null, orderBy: [], others: true },
          world,
        );
        total.values.forEach(({ value, missing }, i) => {
          if (missing !== null || rows.some((row) => row.values[i]?.missing === 'NOT_APPLICABLE')) return;
          expect(rows.reduce((sum, row) => sum + (row.values[i]?.value ?? 0), 0)).toBe(value);
        });
      }),
      settings,
    );
  });

  test('decides nothing that the nodes which are missing could change', () => {
    fc.assert(
      fc.property(questions, worlds, (asked, world) => {
        const partial = answer(asked, world);
        const whole = answer(asked, { ...world, silent: {} });
        const shown = new Set(whole.rows.map((row) => JSON.stringify([row.group, row.remainder])));
        const decided = partial.rows.filter((row) => row.decided && row.remainder !== 'OTHERS');
        for (const row of decided) expect(shown).toContain(JSON.stringify([row.group, row.remainder]));
        if (
          Object.keys(world.silent).length > 0 ||
          asked.measures.some(({ of }) => ['yes', 'asked', 'rate'].includes(of))
        )
          return;
        expect([whole.undetermined, whole.rows.every((row) => row.decided)]).toEqual([0, true]);
      }),
      settings,
    );
  });
});

const fixed = { topic: null, begun: '2024-03-31', members: 0, leader: null, numerator: null, denominator: null };
const [FIRST, SECOND] = ['310105001000', '310105002000'];

function record(kind: SmallRecord['kind'], place: string, change: Partial<SmallRecord> = {}): SmallRecord {
  return { ...fixed, kind, place, ...change };
}

function total(name: string, records: readonly SmallRecord[], silent: SmallWorld['silent'] = {}) {
  return answer(question([name]), { records, silent }).total.values[0];
}

describe('a value', () => {
  test('that is a ratio is Σ numerator / Σ denominator, and never a mean of ratios', () => {
    const surveys = [
      record('Survey', '310105001001', { numerator: 1, denominator: 1 }),
      record('Survey', '310105001002', { numerator: 0, denominator: 3 }),
    ];
    const asked = question(['rate'], { scope: FIRST, by: ['committee'], subtotals: true });
    const { rows, total } = answer(asked, { records: surveys, silent: {} });
    expect(rows.map(({ values }) => values[0]?.value)).toEqual([1, 0]);
    expect(total.values[0]).toMatchObject({ value: 0.25, numerator: 1, denominator: 4, missing: null });
  });

  test('that counts distinct keys is not the sum of its rows', () => {
    const teams = [FIRST, SECOND].map((place) => record('Team', place, { leader: 'a' }));
    const { rows, total } = answer(question(['leaders'], { by: ['street'] }), { records: teams, silent: {} });
    expect(rows.map(({ values }) => values[0]?.value)).toEqual([1, 1]);
    expect(total.values[0]?.value).toBe(1);
  });

  test('whose sides lost different places is INCOMPLETE, with both sides', () => {
    const records = [record('Team', FIRST), record('Team', SECOND), record('Body', FIRST)];
    expect(total('teamsPerBody', records, { [`STREET ${SECOND}`]: 'UNREACHABLE' })).toMatchObject({
      value: null,
      numerator: 1,
      denominator: 1,
      missing: 'INCOMPLETE',
      coverage: { expected: 5, answered: 4, missing: [{ code: SECOND, reason: 'UNREACHABLE' }] },
    });
    const half = [
      record('Survey', '310105001001', { numerator: 1, denominator: 2 }),
      record('Survey', '310105001002', { denominator: 2 }),
    ];
    expect(total('rate', half)).toMatchObject({ value: null, numerator: 1, denominator: 4, missing: 'INCOMPLETE' });
  });

  test('is null where its denominator is zero, nothing was observed, or every expected node is missing', () => {
    expect(total('teamsPerBody', [record('Team', FIRST)])).toMatchObject({ value: null, missing: 'ZERO_DENOMINATOR' });
    expect(total('asked', [])).toMatchObject({ value: null, missing: 'NO_OBSERVATION' });
    expect(total('teams', [])).toMatchObject({ value: 0, missing: null });
    const silent = { 'DISTRICT 310105000000': 'UNREACHABLE' } as const;
    expect(total('bodies', [record('Body', FIRST)], silent)).toMatchObject({ value: null, missing: 'NODE_MISSING' });
    expect(total('everyone', [record('Team', FIRST)], silent)).toMatchObject({
      value: 1,
      coverage: { complete: false },
    });
  });

  test('observed at a place that has become another, or at a part of a node, is submitted', () => {
    const merged = record('Survey', '310105002003', { denominator: 5 });
    const alone = answer(question(['asked'], { scope: '310105002005' }), { records: [merged], silent: {} });
    expect(alone.total.values[0]).toMatchObject({ value: 5, coverage: { complete: true } });
  });
});

describe('a row', () => {
  const records = [record('Team', FIRST), record('Team', FIRST), record('Team', SECOND)];
  const silent = { 'STREET 310105003000': 'UNREACHABLE' } as const;

  test('among the first is undecided where a node is missing whose row nobody has seen', () => {
    const asked = question(['teams'], {
      by: ['street'],
      orderBy: [{ by: { measure: 'teams' }, direction: 'DESC' }],
      first: 1,
    });
    expect(answer(asked, { records, silent }).rows).toMatchObject([{ group: [FIRST], decided: false }]);
    expect(answer(asked, { records, silent: {} }).rows).toMatchObject([{ group: [FIRST], decided: true }]);
  });

  test('is undecided where a missing node could change what `having` says of it', () => {
    const having = { measure: 'teams', op: 'gte', than: 0 } as const;
    const { rows, undetermined } = answer(question(['teams'], { by: ['street'], members: 'ALL', having }), {
      records,
      silent,
    });
    expect(rows.map(({ group, decided }) => [group[0], decided])).toEqual([
      [FIRST, true],
      [SECOND, true],
      ['310105004000', true],
    ]);
    expect(undetermined).toBe(1);
  });

  test('for what was cut counts distinct keys once, and what lies in no street stays by itself', () => {
    const bodies = [FIRST, SECOND, '310105003000', '310105000000'].map((place) =>
      record('Body', place, { leader: 'a' }),
    );
    const asked = question(['leaders', 'bodies'], { by: ['street'], first: 1, others: true });
    const { rows } = answer(asked, { records: bodies, silent: {} });
    const shown = rows.map(({ group, remainder, values }) => [
      group[0],
      remainder,
      ...values.map(({ value }) => value),
    ]);
    expect(shown).toEqual([
      [FIRST, null, 1, 1],
      [null, 'OTHERS', 1, 2],
      [null, 'UNALLOCATED', 1, 1],
    ]);
  });
});
