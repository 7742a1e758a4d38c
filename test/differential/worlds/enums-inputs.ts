import type { World } from './world.js';

/** Enums and input types of which each subgraph knows a part, and enum values that clients cannot see. */
export const enumsInputs: World = {
  name: 'enums-inputs',
  subgraphs: [
    {
      name: 'search',
      typeDefs: `
        type Query { search(filter: Filter, order: Order = UP): [Hit!]  echo(filter: Filter!): String  states: [State]  strict: [State!] }
        enum Order { UP DOWN SIDEWAYS }
        enum State { OPEN CLOSED }
        input Filter { text: String!  limit: Int = 10  secret: String  order: Order  tags: [[String!]!] }
        type Hit @key(fields: "id") { id: ID!  state: State @shareable }`,
      resolvers: () => ({
        Query: {
          search: (_: unknown, args: object) => [{ id: JSON.stringify(args), state: 'OPEN' }],
          echo: (_: unknown, { filter }: { filter: object }) => JSON.stringify(filter),
          states: () => ['OPEN', null, 'CLOSED'],
          strict: () => ['OPEN', 'CLOSED'],
        },
        Hit: { __resolveReference: ({ id }: { id: string }) => ({ id, state: 'OPEN' }) },
      }),
    },
    {
      name: 'rank',
      typeDefs: `
        type Query { hidden: State  listed: [State]  must: State! }
        enum Order { UP DOWN }
        enum State { OPEN CLOSED LOST @inaccessible }
        input Filter { text: String!  limit: Int = 10  order: Order  tags: [[String!]!] }
        type Hit @key(fields: "id") { id: ID!  rank(filter: Filter, order: Order): String  state: State @shareable }`,
      resolvers: () => ({
        Query: { hidden: () => 'LOST', listed: () => ['OPEN', 'LOST'], must: () => 'LOST' },
        Hit: {
          __resolveReference: ({ id }: { id: string }) => ({ id, state: 'OPEN' }),
          rank: (_: unknown, args: object) => JSON.stringify(args),
        },
      }),
    },
  ],
  operations: [
    '{ search(filter: { text: "a" }) { id rank(filter: { text: "b", tags: [["c"], []] }) state } states strict }',
    {
      query:
        'query ($f: Filter, $o: Order = DOWN) { search(filter: $f, order: $o) { id rank(filter: $f, order: $o) } }',
      variables: { f: { text: 'x', order: 'UP' } },
    },
    { query: 'query ($t: String!, $l: Int) { echo(filter: { text: $t, limit: $l }) }', variables: { t: 'x' } },
    {
      query: 'query ($t: String!, $l: Int = 3) { echo(filter: { text: $t, limit: $l, order: null }) }',
      variables: { t: 'x' },
    },
    { query: 'query ($t: [[String!]!]) { echo(filter: { text: "", tags: $t }) }', variables: { t: 'single' } },
    '{ hidden }',
    '{ listed }',
    '{ must }',
    '{ __type(name: "State") { enumValues { name } } filter: __type(name: "Filter") { inputFields { name defaultValue } } }',
  ],
};
