import { byKeys, type World } from './world.js';

const media = [
  { __typename: 'Film', id: '1', title: 'Example film', minutes: 90, rating: 3 },
  { __typename: 'Song', id: '2', title: 'Example song', minutes: null, rating: null },
  { __typename: 'Film', id: '3', title: 'Other film', minutes: 120, rating: 5 },
];
const medium = byKeys(media, ['id']);
const isMedium = { __resolveReference: medium, __resolveType: ({ __typename }: { __typename: string }) => __typename };

/** An entity interface that other subgraphs know as one object type. */
export const interfaceObject: World = {
  name: 'interface-object',
  subgraphs: [
    {
      name: 'media',
      typeDefs: `
        type Query { media: [Media!]!  medium(id: ID!): Media  films: [Film] }
        interface Media @key(fields: "id") { id: ID!  title: String! }
        type Film implements Media @key(fields: "id") { id: ID!  title: String!  minutes: Int }
        type Song implements Media @key(fields: "id") { id: ID!  title: String!  singer: String }`,
      resolvers: () => ({
        Query: {
          media: () => media,
          medium: (_: unknown, key: { id: string }) => medium(key),
          films: () => media.filter(({ __typename }) => __typename === 'Film'),
        },
        Media: isMedium,
        Film: { __resolveReference: medium },
        Song: { __resolveReference: medium, singer: () => 'Example Singer' },
      }),
    },
    {
      name: 'reviews',
      typeDefs: `
        type Query { reviewed: [Media]  best: Review }
        type Media @key(fields: "id") @interfaceObject { id: ID!  rating: Int  reviews: [Review!]!  related: Media }
        type Review { text: String  about: Media }`,
      resolvers: () => ({
        Query: { reviewed: () => media.map(({ id }) => ({ id })), best: () => ({ text: 'best', about: { id: '3' } }) },
        Media: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          rating: ({ id }: { id: string }) => medium({ id })?.rating,
          reviews: ({ id }: { id: string }) => [{ text: `review of ${id}`, about: { id } }],
          related: ({ id }: { id: string }) => ({ id: String((Number(id) % 3) + 1) }),
        },
      }),
    },
    {
      name: 'archive',
      typeDefs: `
        type Media @key(fields: "id") @interfaceObject {
          id: ID!  rating: Int @external  title: String! @external
          shelf: String @requires(fields: "rating")
          label: String! @requires(fields: "title")
        }`,
      resolvers: () => ({
        Media: {
          __resolveReference: (given: object) => given,
          shelf: ({ rating }: { rating?: number | null }) => `shelf ${rating}`,
          label: ({ title }: { title?: string }) => `label ${title}`,
        },
      }),
    },
  ],
  operations: [
    '{ media { id title rating } }',
    '{ media { __typename rating ... on Film { minutes rating } ... on Song { singer } } }',
    '{ films { id rating reviews { text } } }',
    '{ reviewed { id rating } }',
    '{ reviewed { __typename id title } }',
    '{ best { text about { __typename id title rating } } }',
    '{ medium(id: "2") { reviews { about { __typename title } } related { __typename title related { title } } } }',
    '{ media { shelf } }',
    '{ media { label } }',
    '{ reviewed { shelf label } }',
    '{ films { shelf label rating } }',
    '{ reviewed { related { ... on Media { title rating } } } }',
  ],
  // The oracle loses objects when some of their types have a requirement and others have none.
  byHandOnly: true,
  limits: [{ query: '{ reviewed { ... on Film { minutes } } }', code: 'PLAN_UNSUPPORTED' }],
};
