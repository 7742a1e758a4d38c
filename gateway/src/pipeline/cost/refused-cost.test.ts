import { expect, test } from '@jest/globals';
import { testGateway } from '../../testing/test-gateway.js';

const query = 'query ($n: Int) { activityTeams(under: "310105", first: $n) { nodes { name } } }';

test('a request is refused by its own variables, also when the operation is prepared already, and no service is asked', async () => {
  const { gateway, calls } = testGateway({ limits: { pageSize: 40, cost: 31 } });
  const codeOf = async (variables: Record<string, unknown>) => {
    const { status, body } = await gateway.execute({ query, variables });
    return [status, body.errors?.[0]?.extensions?.code, body.data === undefined];
  };
  expect(await codeOf({ n: 31 })).toEqual([400, 'OPERATION_COST', true]);
  expect(await codeOf({ n: 41 })).toEqual([400, 'PAGE_TOO_LARGE', true]);
  expect(calls).toEqual([]);
  expect(await codeOf({ n: 30 })).toEqual([200, undefined, false]);
  expect(calls).toHaveLength(1);
  expect(await codeOf({ n: 31 })).toEqual([400, 'OPERATION_COST', true]);
  expect(calls).toHaveLength(1);
});

test('what a service cannot answer well is its own to refuse', async () => {
  const { gateway } = testGateway();
  expect((await gateway.execute({ query, variables: { n: -1 } })).status).toBe(200);
});
