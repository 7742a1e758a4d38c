import { byKeys, type World } from './world.js';

const items = [
  { __typename: 'Letter', id: '1', text: 'Hello', size: 3 },
  { __typename: 'Picture', id: '2', url: 'https://example.org/2', size: 'large' },
  { __typename: 'Sound', id: '3', seconds: 10, size: 1.5 },
];
const item = byKeys(items, ['id']);
const reference = { __resolveReference: item };
const typed = { __resolveType: ({ __typename }: { __typename: string }) => __typename };

/** Unions whose members differ between subgraphs, within lists and within one another, with fields of clashing types. */
export const unions: World = {
  name: 'unions',
  subgraphs: [
    {
      name: 'inbox',
      typeDefs: `
        type Query { inbox: [Item]  shared: Item @shareable  nested: [[Item!]] }
        union Item = Letter | Picture | Sound
        union Written = Letter
        type Letter @key(fields: "id") { id: ID!  text: String  size: Int  reply: Written  attached: [Item!] }
        type Picture @key(fields: "id") { id: ID!  url: String  size: String! }
        type Sound @key(fields: "id") { id: ID!  size: Float }`,
      resolvers: () => ({
        Query: {
          inbox: () => [...items, null],
          shared: () => items[0],
          nested: () => [[items[1], items[2]], null, []],
        },
        Item: typed,
        Written: typed,
        Letter: { ...reference, reply: () => items[0], attached: () => items.slice(1) },
        Picture: reference,
        Sound: reference,
      }),
    },
    {
      name: 'player',
      typeDefs: `
        type Query { shared: Item @shareable  playable: [Playable]  all: [Everything] }
        union Item = Letter | Sound
        union Playable = Sound | Film
        union Everything = Letter | Picture | Sound | Film
        type Letter @key(fields: "id") { id: ID!  spoken: Playable }
        type Picture @key(fields: "id") { id: ID!  shown: Everything }
        type Sound @key(fields: "id") { id: ID!  seconds: Int  cover: Everything }
        type Film { seconds: String  stills: [Everything!] }`,
      resolvers: () => ({
        Query: {
          shared: () => items[0],
          playable: () => [items[2], { __typename: 'Film' }],
          all: () => [{ __typename: 'Film' }, ...items],
        },
        Item: typed,
        Playable: typed,
        Everything: typed,
        Letter: { ...reference, spoken: () => items[2] },
        Picture: { ...reference, shown: () => ({ __typename: 'Film' }) },
        Sound: { ...reference, cover: () => items[1] },
        Film: { seconds: () => 'ten', stills: () => [items[1]] },
      }),
    },
  ],
  operations: [
    '{ inbox { __typename ... on Letter { text size } ... on Picture { picture: size url } ... on Sound { sound: size seconds } } }',
    '{ inbox { ... on Letter { spoken { ... on Sound { seconds cover { __typename } } } } ... on Picture { shown { __typename } } } }',
    '{ shared { ... on Letter { text spoken { ... on Sound { size } } } ... on Picture { url } ... on Sound { seconds } } }',
    '{ playable { ... on Sound { length: seconds } ... on Film { duration: seconds stills { ... on Picture { url } } } } }',
    '{ all { __typename ... on Picture { url shown { ... on Film { seconds } } } ... on Letter { reply { ... on Letter { text } } } } }',
    '{ nested { ... on Picture { id } ... on Sound { cover { ... on Picture { url } } } } }',
    '{ inbox { ... on Letter { attached { ... on Sound { seconds } ... on Picture { url } } } } }',
    '{ playable { ... on Item { __typename ... on Sound { id seconds } } } }',
    '{ all { ...I } } fragment I on Item { ... on Letter { text } ...P } fragment P on Playable { ... on Sound { size } }',
  ],
};
