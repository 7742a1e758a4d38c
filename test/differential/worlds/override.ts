import { byKeys, type World } from './world.js';

const bills = [
  { id: '1', amount: 10, payer: 'Example A', state: 'OPEN' },
  { id: '2', amount: 20, payer: null, state: 'PAID' },
];
const bill = byKeys(bills, ['id']);
const stale = () => {
  throw new Error('the field was taken over');
};

/** Fields, one of them required elsewhere, that moved to another subgraph and are still in the first. */
export const override: World = {
  name: 'override',
  subgraphs: [
    {
      name: 'old',
      typeDefs: `
        type Query { bills: [Bill!]!  first: Bill  count: Int }
        type Bill @key(fields: "id") { id: ID!  amount: Int!  payer: String  state: String }`,
      resolvers: () => ({
        Query: { bills: () => bills, first: () => bills[0], count: stale },
        Bill: { __resolveReference: bill, amount: stale, payer: stale },
      }),
    },
    {
      name: 'new',
      typeDefs: `
        type Query { count: Int @override(from: "old")  newest: Bill }
        type Bill @key(fields: "id") {
          id: ID!  amount: Int! @override(from: "old")  payer: String @override(from: "old")  state: String @external
          summary: String @requires(fields: "state")
        }`,
      resolvers: () => ({
        Query: { count: () => bills.length, newest: () => bills[1] },
        Bill: {
          __resolveReference: bill,
          summary: ({ id, given }: { id: string; given?: { state?: string } }) => `${id} ${given?.state}`,
        },
      }),
    },
  ],
  operations: [
    '{ bills { id amount payer state } count }',
    '{ first { payer } newest { payer state } }',
    '{ bills { summary amount } newest { summary } }',
  ],
};
