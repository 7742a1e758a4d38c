import { byKeys, type World } from './world.js';

const parcels = [
  { id: '1', weight: 5 },
  { id: '2', weight: 9 },
];
const parcel = byKeys(parcels, ['id']);

/** A field that is required with other arguments than the client asks it with. */
export const requiresArguments: World = {
  name: 'requires-arguments',
  subgraphs: [
    {
      name: 'post',
      typeDefs: `
        type Query { parcels: [Parcel] }
        type Parcel @key(fields: "id") { id: ID!  weight(unit: String = "kg"): Int }`,
      resolvers: () => ({
        Query: { parcels: () => parcels },
        Parcel: {
          __resolveReference: parcel,
          weight: ({ weight }: { weight: number }, { unit }: { unit: string }) => weight * (unit === 'g' ? 1000 : 1),
        },
      }),
    },
    {
      name: 'prices',
      typeDefs: `
        type Parcel @key(fields: "id") {
          id: ID!  weight(unit: String = "kg"): Int @external  postage: Int @requires(fields: "weight(unit: \\"g\\")")
        }`,
      resolvers: () => ({
        Parcel: {
          __resolveReference: parcel,
          postage: ({ given }: { given: { weight: number } }) => given.weight,
        },
      }),
    },
  ],
  operations: ['{ parcels { postage } }', '{ parcels { postage weight(unit: "g") } }'],
  differing: [
    {
      query: '{ parcels { weight postage } }',
      data: {
        parcels: [
          { weight: 5, postage: 5000 },
          { weight: 9, postage: 9000 },
        ],
      },
      difference: 'required-arguments',
    },
  ],
  byHandOnly: true,
};
