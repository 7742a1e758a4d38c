import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isAsked, publishedFigures, type AskedFigure } from '@onenx/cli/sample';
import { SAMPLE_TODAY } from '../kit/hub-sample.js';
import { startHub, type Answer, type TestHub } from '../kit/hub.js';
import { Divisions } from '../kit/oracle/divisions.js';
import type { Fact } from '../kit/oracle/facts.js';
import { headlineFacts, OBSERVED } from '../kit/oracle/headlines.js';
import { SampleFiles } from '../kit/oracle/sample-files.js';
import { askRollup, type ValueSeen } from '../kit/rollup-answer.js';
import { HEADLINES, placesOf, VIEW, VIEW_FRAGMENTS, type DistrictSeen, type Headline } from '../kit/view.js';

type Data = { district: DistrictSeen } & Record<`figure${number}`, { total: { values: readonly ValueSeen[] } }>;

const YEAR = { year: Number(SAMPLE_TODAY.slice(0, 4)) };
const HEADLINE_NAMES = Object.keys(HEADLINES) as Headline[];
const asked = publishedFigures.filter(isAsked);

let hub: TestHub;
let answer: Answer<Data>;
let data: Data;

/** One request: the whole view, and a roll-up for each published figure. */
function everything(): { text: string; variables: Record<string, unknown> } {
  const inputs = asked.map(({ question, expected }, i) => {
    const measures = question.measures.filter(({ as }) => as === expected.as);
    return [`input${i}`, { ...question, measures }] as const;
  });
  const declared = inputs.map(([name]) => `$${name}: RollupInput!`).join(', ');
  const rollups = inputs.map(
    ([name], i) => `figure${i}: rollup(input: $${name}) { total { values { as ...Figure } } }`,
  );
  return {
    text: `query Everything($asOf: Date!, ${declared}) { ${VIEW} ${rollups.join(' ')} } ${VIEW_FRAGMENTS}`,
    variables: { asOf: SAMPLE_TODAY, ...Object.fromEntries(inputs) },
  };
}

beforeAll(async () => {
  hub = await startHub();
  const { text, variables } = everything();
  answer = await hub.query<Data>(text, variables);
  if (!answer.body.data) throw new Error(`no data: ${JSON.stringify(answer.body.errors)}`);
  data = answer.body.data;
});

afterAll(async () => hub?.close());

test('the whole view and every published figure come in one answer without errors', () => {
  expect(answer.status).toBe(200);
  expect(answer.body.errors).toBeUndefined();
  expect(Object.keys(data)).toHaveLength(1 + asked.length);
});

describe('a published figure comes back through its roll-up', () => {
  const named = asked.map((figure, i) => [`${figure.metric} (${figure.expected.as})`, figure, i] as const);

  test.each(named)('%s', (_, { expected }: AskedFigure, i: number) => {
    const [value, ...others] = data[`figure${i}`]?.total.values ?? [];
    expect(others).toEqual([]);
    expect(value).toMatchObject({
      as: expected.as,
      value: expected.value === null ? null : expect.closeTo(expected.value, 10),
      numerator: expected.numerator ?? null,
      denominator: expected.denominator ?? null,
      missing: expected.missing ?? null,
    });
  });

  test('the figures that the sample is calibrated to are among them', () => {
    const values = Object.fromEntries(asked.map(({ expected }) => [expected.as, expected.value]));
    expect(values).toMatchObject({
      'orgs.charityAndService': 445,
      'teams.filed': 1370,
      'studios.founded': 180,
      'studios.promoted': 19,
      'projects.signed': 65,
      'contracts.amount': 2_380_900_000,
      'medicalDisputes.accepted': 413,
      'medicalDisputes.resolved': 353,
      'nursingBeds.total': 1189,
      'nursingBeds.private': 409,
      'volunteers.registered': 110_000,
      'careBeds.publicPrivateRun': null,
    });
  });
});

describe('the 1+N+X view', () => {
  test('has the district, its 10 streets and towns and their 189 committees, as the divisions say', () => {
    const divisions = new Divisions(new SampleFiles(hub.sampleDirectory), SAMPLE_TODAY);
    const district = '310105000000';
    const expected = [district, ...divisions.under(district, 'street'), ...divisions.under(district, 'committee')];
    const places = placesOf(data.district);
    expect(places).toHaveLength(1 + 10 + 189);
    expect(places.map(({ code }) => code).sort()).toEqual(expected.sort());
    for (const { code, name } of places) expect(name).toBe(divisions.name(code));
    for (const { code, committees } of data.district.streets) {
      expect(committees.map((one) => one.code)).toEqual(divisions.under(code, 'committee'));
    }
  });

  test('expects every node at or under a place, and all have answered', () => {
    expect(data.district.coverage).toMatchObject({ expected: 200, answered: 200, complete: true, missing: [] });
    for (const street of data.district.streets) {
      expect(street.coverage).toMatchObject({ expected: 1 + street.committees.length, complete: true });
      for (const one of street.committees) expect(one.coverage).toMatchObject({ expected: 1, complete: true });
    }
  });

  test('has for each of its places the ten headline figures that the same question of that place alone has', async () => {
    const { streets } = data.district;
    const [first, last] = [streets[0], streets.at(-1)];
    const sampled = [data.district, first, last, first?.committees[0], streets[4]?.committees.at(-1)];
    for (const place of sampled) {
      if (place === undefined) throw new Error('the view lacks a place');
      const measures = Object.entries(HEADLINES).map(([as, of]) => ({ of, as }));
      const input = { scope: place.code, measures, period: YEAR, asOf: SAMPLE_TODAY };
      const { total } = await askRollup(hub, input);
      const values = total.values.map(
        ({ as, value, numerator, denominator, missing, coverage }) =>
          [as, { value, numerator, denominator, missing, coverage }] as const,
      );
      expect(Object.fromEntries(values)).toEqual(place.summary);
    }
  });

  test('says of each of its places what the import files add up to there', () => {
    const files = new SampleFiles(hub.sampleDirectory);
    const divisions = new Divisions(files, SAMPLE_TODAY);
    const expected = headlineFacts(files, SAMPLE_TODAY);
    for (const { code, summary } of placesOf(data.district)) {
      const sumHere = (facts: readonly Fact[], name: Headline): number | null => {
        const here = facts.filter(({ place }) => divisions.holds(code, place));
        return here.length === 0 && OBSERVED.includes(name) ? null : here.reduce((sum, { amount }) => sum + amount, 0);
      };
      for (const name of HEADLINE_NAMES) {
        const { value, numerator, denominator, missing } = summary[name];
        const wanted = expected[name];
        const seen = 'value' in wanted ? [value] : [numerator, denominator];
        const sides = 'value' in wanted ? [wanted.value] : [wanted.over, wanted.under];
        expect([code, name, ...seen]).toEqual([code, name, ...sides.map((facts) => sumHere(facts, name))]);
        expect(value === null).toBe(missing !== null);
      }
    }
  });

  test("of the report's day has the 185 committees of its edition and the published figures", async () => {
    const text = `query View($asOf: Date!) { ${VIEW} } ${VIEW_FRAGMENTS}`;
    const { status, body } = await hub.query<Data>(text, { asOf: '2014-09-30' });
    expect([status, body.errors]).toEqual([200, undefined]);
    const district = body.data?.district;
    expect(district === undefined ? [] : placesOf(district)).toHaveLength(1 + 10 + 185);
    expect(district?.coverage).toMatchObject({ expected: 196, answered: 196 });
    expect(district?.summary.registeredOrganizations.value).toBe(568);
    expect(district?.summary.teams.value).toBe(1370);
    expect(district?.summary.gradeShare).toMatchObject({ numerator: 53, denominator: 568 });
  });

  test('is whole: no figure of the district is zero or absent', () => {
    for (const name of HEADLINE_NAMES) expect(data.district.summary[name].value).toBeGreaterThan(0);
  });

  test('adds up: the streets and what lies in none of them are the district', async () => {
    const additive = HEADLINE_NAMES.filter((name) => data.district.summary[name].denominator === null);
    expect(additive).toHaveLength(8);
    const measures = additive.map((as) => ({ of: HEADLINES[as], as }));
    const input = { scope: '310105', measures, by: ['street'], period: YEAR, asOf: SAMPLE_TODAY };
    const { rows } = await askRollup(hub, input);
    const unallocated = rows.find(({ remainder }) => remainder === 'UNALLOCATED');
    expect(unallocated).toBeDefined();
    for (const name of additive) {
      const inStreets = data.district.streets.reduce((sum, { summary }) => sum + (summary[name].value ?? 0), 0);
      const inNone = unallocated?.values.find(({ as }) => as === name)?.value ?? 0;
      expect({ name, sum: inStreets + inNone }).toEqual({ name, sum: data.district.summary[name].value });
    }
  });
});
