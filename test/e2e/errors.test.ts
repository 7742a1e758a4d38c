import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from '../kit/hub.js';
import { codesOf, INTERNAL, refusal, type Refused } from '../kit/refusal.js';

type Data = Readonly<Record<string, unknown>>;

let hub: TestHub;

beforeAll(async () => {
  hub = await startHub();
});

afterAll(async () => hub?.close());

const ROLLUP = 'query Ask($input: RollupInput!) { rollup(input: $input) { rowCount } }';

/** A roll-up that would be answered but for what is said otherwise. */
async function refusedRollup(changes: object): Promise<Refused> {
  const input = { scope: '310105', measures: [{ of: 'orgs.registered' }], asOf: '2026-11-22', ...changes };
  return refusal(hub, ROLLUP, { input });
}

describe('a division code', () => {
  const FIELD = 'query Ask($code: DivisionCode!) { street(code: $code) { name } }';

  test.each(['31010500x', '3101', '3101050090001', '', '310105009 000', '3101050O9'])(
    'that is malformed ("%s") has one error as a literal, as a variable and within an input',
    async (code) => {
      const literal = await refusal(hub, `{ street(code: ${JSON.stringify(code)}) { name } }`);
      expect(literal.code).toBe('DIVISION_CODE_MALFORMED');
      expect(literal.en).toContain(`"${code}"`);
      expect(await refusal(hub, FIELD, { code })).toEqual(literal);
      expect(await refusedRollup({ scope: code })).toEqual(literal);
      const inInput = `{ rollup(input: {scope: ${JSON.stringify(code)}, measures: [{of: "groups"}]}) { rowCount } }`;
      expect(await refusal(hub, inInput)).toEqual(literal);
    },
  );

  test('that is a number is malformed, as a literal and as a variable', async () => {
    const literal = await refusal(hub, '{ street(code: 310105009) { name } }');
    expect(literal.code).toBe('DIVISION_CODE_MALFORMED');
    expect(await refusal(hub, FIELD, { code: 310105009 })).toEqual(literal);
  });

  test.each([
    ['street', '310105', 'DISTRICT', 'STREET'],
    ['street', '310105009001', 'COMMITTEE', 'STREET'],
    ['district', '310105009', 'STREET', 'DISTRICT'],
    ['committee', '310105', 'DISTRICT', 'COMMITTEE'],
  ])('of another level is refused by %s(code: "%s")', async (field, code, found, expected) => {
    const { code: error, en } = await refusal(hub, `{ ${field}(code: "${code}") { name } }`);
    expect(error).toBe('DIVISION_CODE_LEVEL');
    expect(en).toMatch(new RegExp(`${code.padEnd(12, '0')}.* level ${found}; expected .* level ${expected}`));
  });

  test('of no place is refused, also as the scope of a roll-up', async () => {
    for (const { code, en } of [
      await refusal(hub, '{ place(code: "310105099", asOf: "2026-11-22") { name } }'),
      await refusedRollup({ scope: '310105099' }),
    ]) {
      expect(code).toBe('PLACE_UNKNOWN');
      expect(en).toContain('310105099000 on 2026-11-22');
    }
  });

  test('of a committee that had not yet begun is refused on a day before', async () => {
    const asked = (day: string): string => `{ committee(code: "310105009022", asOf: "${day}") { name } }`;
    expect(await refusal(hub, asked('2014-09-30'))).toMatchObject({ code: 'PLACE_UNKNOWN' });
    const { body } = await hub.query<Data>(asked('2026-11-22'));
    expect(body).toEqual({ data: { committee: { name: '虹桥经济技术开发区居委会' } } });
  });
});

describe('a name', () => {
  test('of no measure is answered with the nearest ones', async () => {
    const { code, en, zh } = await refusedRollup({ measures: [{ of: 'orgs.registred' }] });
    expect(code).toBe('MEASURE_UNKNOWN');
    for (const message of [en, zh]) expect(message).toMatch(/orgs\.registred.*orgs\.registered/);
  });

  test('of no dimension is answered with the nearest ones, in by and in where', async () => {
    const expected = { code: 'DIMENSION_UNKNOWN', en: expect.stringMatching(/"stret".*street/) };
    expect(await refusedRollup({ by: ['stret'] })).toMatchObject(expected);
    expect(await refusedRollup({ where: { dimension: 'stret', eq: '310105009' } })).toMatchObject(expected);
  });

  test('given to two measures is refused, whether said with as or not', async () => {
    const named = [
      { of: 'orgs.registered', as: 'n' },
      { of: 'groups', as: 'n' },
    ];
    for (const measures of [named, [{ of: 'groups' }, { of: 'groups' }]]) {
      expect(await refusedRollup({ measures })).toMatchObject({ code: 'ALIAS_REPEATED' });
    }
  });

  test('of no measure of the question is refused in having and in orderBy', async () => {
    const expected = { code: 'ALIAS_UNKNOWN', en: expect.stringContaining('orgs.registered') };
    expect(await refusedRollup({ having: [{ measure: 'n', gt: 1 }] })).toMatchObject(expected);
    expect(await refusedRollup({ orderBy: [{ measure: 'n' }] })).toMatchObject(expected);
  });
});

describe('a period', () => {
  test.each([
    [{ year: 2026, month: 13 }, 'month 13'],
    [{ year: 2026, month: 0 }, 'month 0'],
    [{ year: 2026, quarter: 5 }, 'quarter 5'],
    [{ year: 2026, quarter: 1, month: 2 }, 'quarter 1, month 2'],
    [{ month: 3 }, 'month 3'],
    [{ from: '2026-03-01', to: '2026-02-01' }, 'from 2026-03-01, to 2026-02-01'],
    [{ from: '2026-03-01' }, 'from 2026-03-01'],
    [{ year: 2026, from: '2026-01-01', to: '2026-02-01' }, 'year 2026, from 2026-01-01'],
    [{}, 'nothing'],
  ])('%j is impossible', async (period, found) => {
    const { code, en } = await refusedRollup({ period });
    expect(code).toBe('PERIOD_INVALID');
    expect(en).toContain(found);
    const literal = `period: ${JSON.stringify(period).replaceAll(/"(\w+)":/g, '$1:')}`;
    const summary = `{ place(code: "310105") { summary(${literal}) { teams { value } } } }`;
    const answer = await hub.query<Data>(summary);
    expect([answer.body.data, codesOf(answer)]).toEqual([{ place: { summary: null } }, ['PERIOD_INVALID']]);
  });

  test.each(['2026-02-30', '2026-13-01', '2026-2-1', 'yesterday'])(
    'of a day that no calendar has (%s) has one error as a literal and as a variable',
    async (day) => {
      const variable = await refusedRollup({ period: { from: day, to: '2026-12-31' } });
      expect(variable).toMatchObject({ code: 'DATE_INVALID', en: expect.stringContaining(`"${day}"`) });
      expect(await refusedRollup({ asOf: day })).toEqual(variable);
      expect(await refusal(hub, `{ place(code: "310105", asOf: "${day}") { name } }`)).toEqual(variable);
    },
  );

  test('is asked for where a measure is added over one', async () => {
    const { code, en } = await refusedRollup({ measures: [{ of: 'projects.signed' }] });
    expect(code).toBe('PERIOD_INVALID');
    expect(en).toContain('projects.signed');
  });
});

describe('what is not there yet is refused by name', () => {
  test.each([
    ['after', { after: 'x' }],
    ['today', { today: '2026-11-22' }],
    ['compareTo', { compareTo: ['SAME_PERIOD_LAST_YEAR'] }],
    ['boundaries', { boundaries: 'CURRENT' }],
    ['boundariesOn', { boundariesOn: '2023-06-30' }],
    ['minState', { minState: 'LOCKED' }],
    ['partial', { partial: 'REFUSE' }],
    ['minCoverage', { minCoverage: 0.5 }],
    ['assume', { assume: [{ measure: 'groups', under: '310105009', value: 1 }] }],
    ['where', { measures: [{ of: 'groups', where: { dimension: 'category', eq: 'CHARITY' } }] }],
    ['per', { measures: [{ of: 'groups', per: 'places.committees' }] }],
    ['times', { measures: [{ of: 'groups', times: 100 }] }],
    ['days', { measures: [{ of: 'groups', args: { days: 30 } }] }],
    ['relative', { period: { relative: 'THIS_QUARTER' } }],
    ['fiveYearPlan', { period: { fiveYearPlan: 2021 } }],
  ])('%s', async (name, changes) => {
    const { code, en, zh } = await refusedRollup(changes);
    expect(code).toBe('NOT_YET_SUPPORTED');
    for (const message of [en, zh]) expect(message).toMatch(new RegExp(`^["“].*\\b${name}\\b.*["”]`));
  });
});

describe('a number of rows below 0', () => {
  test('is refused by a roll-up and by a list, at the root and on a place', async () => {
    for (const { code, en } of [
      await refusedRollup({ by: ['street'], first: -1 }),
      await refusal(hub, '{ activityTeams(under: "310105009", first: -1) { totalCount } }'),
    ]) {
      expect(code).toBe('ARGUMENT_INVALID');
      expect(en).toContain('"first" is -1');
    }
    const text = '{ street(code: "310105009") { name activityTeams(first: -1) { totalCount } } }';
    const answer = await hub.query<Data>(text);
    expect(answer.body.data).toEqual({ street: { name: '虹桥街道', activityTeams: null } });
    expect(codesOf(answer)).toEqual(['ARGUMENT_INVALID']);
  });
});

test('one failing field leaves the others whole', async () => {
  const { status, body } = await hub.query<Data>(`{
    wrong: rollup(input: {scope: "310105", measures: [{of: "nonsense"}]}) { rowCount }
    level: street(code: "310105") { name }
    right: street(code: "310105009") { name }
  }`);
  expect(status).toBe(200);
  expect(body.data).toEqual({ wrong: null, level: null, right: { name: '虹桥街道' } });
  const errors = (body.errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`);
  expect(errors.sort()).toEqual(['level DIVISION_CODE_LEVEL', 'wrong MEASURE_UNKNOWN']);
});

describe('a request', () => {
  test('that another web page could have sent is refused', async () => {
    for (const [language, message] of [
      ['en', /another web page/],
      ['zh', /其他网页/],
    ] as const) {
      const headers = { 'content-type': 'text/plain', 'accept-language': language };
      const { status, body } = await hub.query<Data>('{ measures { code } }', {}, headers);
      expect([status, body.data]).toEqual([400, undefined]);
      expect(body.errors).toEqual([
        { message: expect.stringMatching(message), extensions: { code: 'CSRF_PREVENTED', category: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  test.each([
    ['cannot be parsed', '{ place(', 'GRAPHQL_PARSE_FAILED'],
    ['asks for a field that there is not', '{ place(code: "310105") { nmae } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('that %s is refused and nothing of it is run', async (_, text, code) => {
    const answer = await hub.query<Data>(text);
    expect([answer.status, answer.body.data, codesOf(answer)]).toEqual([400, undefined, [code]]);
    expect(JSON.stringify(answer.body)).not.toMatch(INTERNAL);
  });
});
