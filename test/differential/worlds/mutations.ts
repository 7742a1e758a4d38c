import type { World } from './world.js';

/** Changes at several subgraphs, one after the other in the order of the client, and reads of what they changed. */
export const mutations: World = {
  name: 'mutations',
  subgraphs: [
    {
      name: 'accounts',
      typeDefs: `
        type Query { log: [String!]! }
        type Mutation { open(name: String!): Account!  close(id: ID!): Account  logged: [String!]! }
        type Account @key(fields: "id") { id: ID!  steps: Int! }`,
      resolvers: ({ log }) => ({
        Query: { log: () => [...log] },
        Mutation: {
          open: (_: unknown, { name }: { name: string }) => ({ id: `a${log.push(`open ${name}`)}` }),
          close: (_: unknown, { id }: { id: string }) => {
            if (id === 'x') throw new Error('no such account');
            return { id: `a${log.push(`close ${id}`)}` };
          },
          logged: () => [...log],
        },
        Account: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          steps: () => log.length,
        },
      }),
    },
    {
      name: 'ledger',
      typeDefs: `
        type Mutation { book(id: ID!, amount: Int = 1): Account }
        type Account @key(fields: "id") { id: ID!  balance(of: [Int!]): String }`,
      resolvers: ({ log }) => ({
        Mutation: {
          book: (_: unknown, { id, amount }: { id: string; amount: number }) => {
            log.push(`book ${id} ${amount}`);
            return { id };
          },
        },
        Account: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          balance: ({ id }: { id: string }, { of }: { of?: number[] }) => `${id} ${of?.join('+')} ${log.join()}`,
        },
      }),
    },
  ],
  operations: [
    'mutation { a: open(name: "x") { id } b: book(id: "1") { id } c: open(name: "y") { id } logged }',
    'mutation { first: book(id: "1", amount: 5) { balance } second: open(name: "z") { balance(of: [1, 2]) } logged }',
    'mutation { close(id: "x") { id } book(id: "1") { id } logged }',
    'mutation { open(name: "x") { id steps balance } }',
    'mutation { logged book(id: "1") { id steps } again: logged close(id: "1") { balance } last: logged }',
    '{ log }',
  ],
  // When a field of another subgraph is read between two changes of one, the oracle reads it after both.
  byHandOnly: true,
};
