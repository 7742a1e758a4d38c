import { describe, expect, test } from '@jest/globals';
import { PartitionedHub, WHOLE } from '../kit/partitioned-hub.js';
import { fillRetired, HEIR, KEPT, teams } from '../kit/retired-places.js';

const MEASURE = 'measures: [{ of: "teams.filed" }]';
const VALUES = 'values { value coverage { expected answered complete missing { code reason } } }';
const QUESTION = `query ($ids: [ID!]!) {
  heir: rollup(input: { scope: "${HEIR}", asOf: "2026-01-01", by: [], ${MEASURE} }) { total { ${VALUES} } }
  kept: rollup(input: { scope: "${KEPT}", asOf: "2026-01-01", by: [], ${MEASURE} }) { total { ${VALUES} } }
  streets: rollup(input: { scope: "310105", asOf: "2026-01-01", by: ["street"], ${MEASURE} }) {
    rows { group { value } ${VALUES} } total { ${VALUES} } }
  before: rollup(input: { scope: "310105", asOf: "2021-06-30", by: ["street"], ${MEASURE} }) { rows { group { value } ${VALUES} } }
  committees: rollup(input: { scope: "${HEIR}", asOf: "2026-01-01", by: ["committee"], ${MEASURE} }) { rows { remainder group { value } ${VALUES} } }
  nodes(ids: $ids) { id ... on ActivityTeam { name place { code } } }
}`;

/** The code that ended with an endpoint of its own, its successor with one, and both. */
const SPLITS = [
  ['310105', '310105003'],
  ['310105', '310105002'],
  ['310105001,310105003', '310105002'],
];

interface Value {
  readonly value: number | null;
  readonly coverage: { readonly complete: boolean; readonly missing: readonly { readonly code: string }[] };
}

const ids = teams.map(({ id }) => id);

describe('records under a code that has ended', () => {
  test('count at the successor, and are found by their ids, wherever the old code is kept', async () => {
    await using whole = await PartitionedHub.start(WHOLE, fillRetired);
    const expected = await whole.ask(QUESTION, { ids });
    const { data, errors } = JSON.parse(expected);
    expect(errors).toBeUndefined();
    const value = ({ total }: { total: { values: Value[] } }) => total.values[0]?.value;
    expect([value(data.kept), value(data.heir), value(data.streets)]).toEqual([1, 6, 7]);
    expect(data.nodes.map((node: { name: string } | null) => node?.name)).toEqual(teams.map(({ name }) => name));
    for (const STREET of SPLITS) {
      await using hub = await PartitionedHub.start({ ...WHOLE, STREET }, fillRetired);
      expect([STREET, JSON.parse(await hub.ask(QUESTION, { ids }))]).toEqual([STREET, JSON.parse(expected)]);
    }
  });

  test('are missing at the successor when whoever keeps the old code is silent', async () => {
    await using hub = await PartitionedHub.start({ ...WHOLE, STREET: ['310105', '310105003'] }, fillRetired);
    await (await hub.server('STREET', '310105003')).close();
    const { data } = JSON.parse(await hub.ask(QUESTION, { ids }));
    const [heir] = data.heir.total.values as Value[];
    expect(heir).toMatchObject({ coverage: { expected: 1, complete: false, missing: [{ code: HEIR }] } });
    const [kept] = data.kept.total.values as Value[];
    expect(kept).toMatchObject({ value: 1, coverage: { complete: true } });
  });
});
