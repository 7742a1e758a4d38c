import { byKeys, type World } from './world.js';

const parcels = [
  {
    id: '1',
    weight: 5,
    box: { width: 2, lining: { text: 'paper' } },
    stamps: [{ value: 3 }, { value: 4 }],
    sender: '2',
  },
  { id: '2', weight: null, box: null, stamps: [], sender: '1' },
  { id: '3', weight: 9, box: { width: 7, lining: null }, stamps: [{ value: 1 }, null], sender: null },
];
const goods = [
  { __typename: 'Book', isbn: 'b1', pages: 100 },
  { __typename: 'Disc', code: 'd1', minutes: 60 },
];
const given = (source: unknown, key: string): string => {
  const { [key]: value } = (source as { given?: Record<string, unknown> }).given ?? {};
  if (value === undefined) throw new Error(`${key} is required`);
  return JSON.stringify(value);
};
const parcel = byKeys(parcels, ['id']);

/** Fields computed from other subgraphs' fields: nested, in lists, by type, of one another. */
export const requires: World = {
  name: 'requires',
  subgraphs: [
    {
      name: 'post',
      typeDefs: `
        type Query { parcels: [Parcel]  parcel(id: ID!): Parcel }
        type Parcel @key(fields: "id") {
          id: ID!  weight: Int  box: Box  stamps: [Stamp]  content: Good  sender: Parcel
        }
        type Box { width: Int  lining: Lining }
        type Lining { text: String }
        type Stamp { value: Int! }
        union Good = Book | Disc
        type Book { isbn: ID!  pages: Int }
        type Disc { code: ID!  minutes: Int }`,
      resolvers: () => ({
        Query: { parcels: () => parcels, parcel: (_: unknown, key: { id: string }) => parcel(key) },
        Parcel: {
          __resolveReference: parcel,
          content: ({ id }: { id: string }) => goods[Number(id) - 1],
          sender: ({ sender }: { sender: string }) => parcel({ id: sender }),
        },
      }),
    },
    {
      name: 'prices',
      typeDefs: `
        type Parcel @key(fields: "id") {
          id: ID!
          weight: Int @external
          box: Box @external
          stamps: [Stamp] @external
          content: Good @external
          postage: Int @requires(fields: "weight")
          wrapping: String @requires(fields: "box { width lining { text } }")
          paid: String! @requires(fields: "stamps { value }")
          customs: String @requires(fields: "content { ... on Book { pages } ... on Disc { minutes } }")
          note: String @requires(fields: "box { width } stamps { value }")
          related: [Parcel]
        }
        type Box @shareable { width: Int @external  lining: Lining @external }
        type Lining @shareable { text: String @external }
        type Stamp @shareable { value: Int! @external }
        union Good = Book | Disc
        type Book @shareable { pages: Int @external }
        type Disc @shareable { minutes: Int @external }`,
      resolvers: () => ({
        Parcel: {
          __resolveReference: parcel,
          postage: (source: unknown) => JSON.parse(given(source, 'weight')) as number | null,
          wrapping: (source: unknown) => given(source, 'box'),
          paid: (source: unknown) => given(source, 'stamps'),
          customs: (source: unknown) => given(source, 'content').replaceAll(/"__typename":"\w+",?/g, ''),
          note: (source: unknown) => given(source, 'box') + given(source, 'stamps'),
          related: () => [{ id: '1' }, { id: '3' }, { id: '9' }],
        },
        Good: { __resolveType: () => 'Book' },
      }),
    },
    {
      name: 'audit',
      typeDefs: `
        type Parcel @key(fields: "id") {
          id: ID!  postage: Int @external  paid: String! @external
          report: String @requires(fields: "postage paid")
        }`,
      resolvers: () => ({
        Parcel: {
          __resolveReference: parcel,
          report: (source: unknown) => `${given(source, 'postage')} ${given(source, 'paid')}`,
        },
      }),
    },
  ],
  operations: [
    '{ parcels { postage } }',
    '{ parcels { wrapping box { width } } }',
    '{ parcels { paid stamps { value } } }',
    '{ parcels { customs content { __typename ... on Book { isbn } } } }',
    '{ parcels { note paid wrapping postage } }',
    '{ parcels { report } }',
    '{ parcel(id: "1") { report postage sender { id report } } }',
    '{ parcel(id: "1") { related { id weight } } }',
    '{ parcels { sender { sender { wrapping } paid } } }',
    '{ parcels { box { lining { text } } note } }',
  ],
  limits: [{ query: '{ parcel(id: "1") { related { id note related { note } } } }', code: 'PLAN_UNSUPPORTED' }],
};
