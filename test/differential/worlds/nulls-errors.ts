import { byKeys, type World } from './world.js';

const shops = [
  { id: '1', name: 'Example A', boss: '2' },
  { id: '2', name: 'Example B', boss: null },
  { id: '3', name: null, boss: '1' },
];
const shop = byKeys(shops, ['id']);
const fail = (what: string) => () => {
  throw new Error(what);
};

/** Errors and nulls in roots, lists, entities and keys, and how far they propagate by the client's schema. */
export const nullsErrors: World = {
  name: 'nulls-errors',
  subgraphs: [
    {
      name: 'shops',
      typeDefs: `
        type Query { shops: [Shop!]!  some: [Shop!]  shop(id: ID!): Shop  must: Shop!  broken: Int  grid: [[Shop]!] }
        type Shop @key(fields: "id") { id: ID!  name: String  boss: Shop  strict: String! @shareable  loose: [Int!]  bad: Int }`,
      resolvers: () => ({
        Query: {
          shops: () => shops,
          some: () => [shops[0], { id: '9' }],
          shop: (_: unknown, key: { id: string }) => shop(key),
          must: () => shops[0],
          broken: fail('broken'),
          grid: () => [[shops[0], null, { id: '9' }], []],
        },
        Shop: {
          __resolveReference: shop,
          boss: ({ boss }: { boss: string | null }) => shop({ id: boss }),
          strict: ({ id }: { id: string }) => (id === '2' ? null : `strict ${id}`),
          loose: ({ id }: { id: string }) => (id === '1' ? [1, null] : [2]),
          bad: fail('bad'),
        },
      }),
    },
    {
      name: 'stock',
      typeDefs: `
        type Query { stocked: [Shop!] }
        type Shop @key(fields: "id") {
          id: ID!  stock: Int!  shelf: Shelf  shelves: [Shelf!]  owner: Shop  name: String @external
          sign: String @requires(fields: "name")  open: Boolean
        }
        type Shelf { label: String!  goods: [String!]!  shop: Shop! }`,
      resolvers: () => ({
        Query: { stocked: () => shops.map(({ id }) => ({ id })) },
        Shop: {
          // The second is not in stock.
          __resolveReference: ({ id, name }: { id: string; name?: string }) =>
            id === '2' || id === '9' ? null : { id, name },
          stock: ({ id }: { id: string }) => (id === '1' ? 5 : null),
          shelf: ({ id }: { id: string }) => ({ id }),
          shelves: ({ id }: { id: string }) => [{ id }, { id: '0' }],
          owner: () => ({ id: '2' }),
          sign: ({ name }: { name?: string | null }) => `sign of ${name}`,
          open: fail('closed'),
        },
        Shelf: {
          label: ({ id }: { id: string }) => (id === '0' ? null : `shelf ${id}`),
          goods: ({ id }: { id: string }) => (id === '0' ? [null] : ['a']),
          shop: ({ id }: { id: string }) => ({ id: id === '0' ? '2' : id }),
        },
      }),
    },
  ],
  operations: [
    '{ shops { id name } }',
    '{ shops { id strict } }',
    '{ shop(id: "1") { stock loose bad } broken }',
    '{ shop(id: "1") { open shelf { label goods } shelves { label } } }',
    '{ shop(id: "2") { id open } }',
    '{ shop(id: "2") { id shelf { label } } other: shop(id: "3") { id sign } }',
    '{ some { id open } }',
    '{ grid { id shelf { shop { name strict } } } }',
    '{ must { boss { strict } } }',
    '{ stocked { id name strict } }',
    '{ stocked { stock } }',
    '{ shop(id: "none") { stock } }',
    '{ must { bad open shelves { goods shop { strict } } } }',
  ],
  limits: [{ query: '{ shop(id: "1") { sign owner { sign } } }', code: 'PLAN_UNSUPPORTED' }],
  hasAbsent: true,
};
