import { afterAll, expect, test } from '@jest/globals';
import { OneNXError } from '@onenx/schema';
import { composeTest } from '../testing/compose.js';
import { Planner } from './planner.js';

const resolvers = () => ({});
const shop = 'type Shop @shareable { key: ID! }';
const supergraphSdl = composeTest([
  {
    name: 'south',
    typeDefs: `
      type Query { box: Box }
      type Box @key(fields: "id") { id: ID! }
      type Item @key(fields: "sku") { sku: String  label: String @shareable }`,
    resolvers,
  },
  {
    name: 'east',
    typeDefs: `${shop}
      type Box @key(fields: "id") @key(fields: "shop { key }") {
        id: ID!  shop: Shop!  colour: String @external  items: [Item]  paint: Boolean @requires(fields: "colour")
      }
      type Item @key(fields: "sku") { sku: String }`,
    resolvers,
  },
  {
    name: 'north',
    typeDefs: `${shop}
      type Box @key(fields: "id") @key(fields: "shop { key }") {
        id: ID!  shop: Shop!  colour: String  items: [Item] @external  weight: Int @requires(fields: "items { sku }")
      }
      type Item @key(fields: "sku") { sku: String  label: String @shareable }`,
    resolvers,
  },
]);
const planner = new Planner(supergraphSdl);
afterAll(() => planner.close());

const planned = (query: string) =>
  planner.plan(query, undefined).then(
    ({ node }) => node?.kind,
    (error: unknown) => error,
  );

test('an operation that ends the planner has no plan, and the ones beside it have theirs', async () => {
  const fatal = '{ box { paint items { label } } }';
  const [before, failed, after] = await Promise.all(
    ['{ box { id } }', fatal, '{ box { items { label } } }'].map(planned),
  );
  expect(before).toBe('Fetch');
  expect(failed).toBeInstanceOf(OneNXError);
  expect(failed).toMatchObject({ extensions: { code: 'PLAN_UNSUPPORTED' } });
  expect(after).toBe('Sequence');
});

test('what the planner cannot read is no plan either', async () => {
  expect(await planned('{ box { nothing } }')).toMatchObject({ extensions: { code: 'PLAN_UNSUPPORTED' } });
});
