import { byKeys, type World } from './world.js';

const houses = [
  { id: '1', place: { lat: 1.5, lon: 2.5, label: 'north' }, size: { width: 3, height: 4 } },
  { id: '2', place: null, size: { width: 5, height: null } },
];
const house = byKeys(houses, ['id']);

/** Fields and types of several subgraphs, of which some know more fields than others and some return narrower types. */
export const shareable: World = {
  name: 'shareable',
  subgraphs: [
    {
      name: 'map',
      typeDefs: `
        type Query { houses: [House!]! @shareable  house: House  here: Place @shareable }
        type House @key(fields: "id") { id: ID!  place: Place @shareable  size: Size @shareable }
        type Place @shareable { lat: Float!  lon: Float! }
        type Size @shareable { width: Int }`,
      resolvers: () => ({
        Query: { houses: () => houses, house: () => houses[0], here: () => houses[0]?.place },
        House: { __resolveReference: house },
      }),
    },
    {
      name: 'names',
      typeDefs: `
        type Query { houses: [House!] @shareable  here: Place @shareable }
        type House @key(fields: "id") { id: ID!  place: Place @shareable  neighbours: [House!]! }
        type Place @shareable { lat: Float  label: String }`,
      resolvers: () => ({
        Query: { houses: () => houses, here: () => houses[0]?.place },
        House: { __resolveReference: house, neighbours: () => houses },
      }),
    },
    {
      name: 'sizes',
      typeDefs: `
        type House @key(fields: "id") { id: ID!  size: Size @shareable }
        type Size @shareable { width: Int  height: Int }`,
      resolvers: () => ({ House: { __resolveReference: house } }),
    },
  ],
  operations: [
    '{ houses { id place { lat lon } size { width } } }',
    '{ houses { neighbours { id size { width } } } }',
    '{ house { place { lon label } size { height width } } }',
    '{ here { lat lon label } }',
    '{ houses { place { label } neighbours { place { lon lat } } } }',
  ],
};
