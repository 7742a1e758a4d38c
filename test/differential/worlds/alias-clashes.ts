import { byKeys, type World } from './world.js';

const rows = [
  { __typename: 'Cat', id: '1', name: 'Example cat', size: 4, friend: '2' },
  { __typename: 'Dog', id: '2', name: 'Example dog', size: 'large', friend: '1' },
];
const row = byKeys(rows, ['id']);
const typed = { __resolveType: ({ __typename }: { __typename: string }) => __typename };

/** Aliases that are other fields' names, keys and requirements, and one key with other types on other members. */
export const aliasClashes: World = {
  name: 'alias-clashes',
  subgraphs: [
    {
      name: 'pets',
      typeDefs: `
        type Query { pets: [Pet!]!  cat: Cat }
        union Pet = Cat | Dog
        type Cat @key(fields: "id") { id: ID!  name: String  size: Int  friend: Pet }
        type Dog @key(fields: "id") { id: ID!  name: String!  size: String  friend: Cat! }`,
      resolvers: () => {
        const pet = { __resolveReference: row, friend: ({ friend }: { friend: string }) => row({ id: friend }) };
        return { Query: { pets: () => rows, cat: () => rows[0] }, Pet: typed, Cat: pet, Dog: pet };
      },
    },
    {
      name: 'vets',
      typeDefs: `
        type Cat @key(fields: "id") { id: ID!  name: String @external  visits(year: Int = 2024): [Int!]  card: String @requires(fields: "name") }
        type Dog @key(fields: "id") { id: ID!  visits(year: Int): String  card: [String] }`,
      resolvers: () => ({
        Cat: {
          __resolveReference: row,
          visits: (_: unknown, { year }: { year: number }) => [year],
          card: ({ given }: { given: { name?: string } }) => `card of ${given.name}`,
        },
        Dog: {
          __resolveReference: row,
          visits: (_: unknown, { year }: { year?: number }) => `${year}`,
          card: () => ['card'],
        },
      }),
    },
  ],
  operations: [
    '{ cat { id: name card } }',
    '{ cat { name: id visits } }',
    '{ cat { name: card id: visits } }',
    '{ cat { id: card name: visits(year: 1) card: name } }',
    '{ pets { ... on Cat { size: visits } ... on Dog { size: name } } }',
    '{ pets { ... on Cat { c: size card } ... on Dog { c2: size card2: card } } }',
    '{ pets { ... on Cat { a: visits(year: 1) b: visits(year: 2) visits } ... on Dog { a2: visits(year: 1) } } }',
    '{ cat { __proto__: name constructor: card toString: id } }',
    '{ pets { ... on Cat { friend { ... on Dog { id: name friend { name: card } } } } ... on Dog { friend { id: visits } } } }',
  ],
  differing: [
    {
      query: '{ cat { id: name card } }',
      data: { cat: { id: 'Example cat', card: 'card of Example cat' } },
      difference: 'alias-of-key',
    },
  ],
};
