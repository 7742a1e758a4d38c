import type { World } from './world.js';

const authors = [
  { id: '1', name: 'Example A', born: 1950, address: { city: 'Here', street: 'First' } },
  { id: '2', name: 'Example B', born: null, address: null },
];
const author = ({ id }: { id: string }) => authors.find((one) => one.id === id) ?? null;
const works = [
  { __typename: 'Novel', id: 'n1', title: 'Long', author: '1' },
  { __typename: 'Poem', id: 'p1', title: 'Short', author: '2' },
];
const work = ({ id }: { id: string }) => works.find((one) => one.id === id) ?? null;
const isWork = { __resolveType: ({ __typename }: { __typename: string }) => __typename };

/** Fields that a subgraph gives along on some ways only: plain, nested, in lists and on members of an interface. */
export const provides: World = {
  name: 'provides',
  subgraphs: [
    {
      name: 'people',
      typeDefs: `
        type Query { authors: [Author!]! }
        type Author @key(fields: "id") { id: ID!  name: String!  born: Int  address: Address }
        type Address @shareable { city: String  street: String }`,
      resolvers: () => ({ Query: { authors: () => authors }, Author: { __resolveReference: author } }),
    },
    {
      name: 'catalogue',
      typeDefs: `
        type Query { works: [Work] @provides(fields: "author { name }")  latest: Work  anyone: Author @provides(fields: "name address { city }") }
        interface Work { id: ID!  title: String  author: Author }
        type Novel implements Work @key(fields: "id") { id: ID!  title: String  author: Author @provides(fields: "name") }
        type Poem implements Work @key(fields: "id") { id: ID!  title: String  author: Author }
        type Author @key(fields: "id") { id: ID!  name: String! @external  address: Address @external  works: [Work] }
        type Address @shareable { city: String  street: String }`,
      resolvers: () => ({
        Query: { works: () => works, latest: () => works[1], anyone: () => authors[0] },
        Work: isWork,
        Novel: { __resolveReference: work, author: ({ author: id }: { author: string }) => author({ id }) },
        Poem: { __resolveReference: work, author: ({ author: id }: { author: string }) => author({ id }) },
        Author: { works: ({ id }: { id: string }) => works.filter((one) => one.author === id) },
      }),
    },
  ],
  operations: [
    '{ works { title author { name } } }',
    '{ works { title author { name born } } }',
    '{ latest { author { name born address { city } } } }',
    '{ anyone { name address { city } } }',
    '{ anyone { name address { city street } works { author { name } } } }',
    '{ works { ... on Novel { author { name } } ... on Poem { author { id name } } } }',
    '{ authors { works { __typename author { id name } } } }',
  ],
};
