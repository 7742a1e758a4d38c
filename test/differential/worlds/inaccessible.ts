import { byKeys, type World } from './world.js';

const files = [
  { __typename: 'Report', id: '1', code: 'r-1', title: 'Example' },
  { __typename: 'Draft', id: '2', code: 'd-2', title: 'Unfinished' },
  { __typename: 'Memo', id: '3', code: 'm-3', title: 'Short' },
];
const file = byKeys(files, ['id', 'code']);
const typed = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const reference = { __resolveReference: file };

/** Keys, required fields, arguments and members of interfaces and unions that clients cannot see. */
export const inaccessible: World = {
  name: 'inaccessible',
  subgraphs: [
    {
      name: 'files',
      typeDefs: `
        type Query { files: [File]  things: [Thing!]  file: Report  draft: File  hidden: Draft @inaccessible }
        interface File { id: ID! }
        union Thing = Report | Draft | Memo
        type Report implements File @key(fields: "code") { id: ID!  code: ID! @inaccessible  title(upper: Boolean @inaccessible): String }
        type Draft implements File @inaccessible { id: ID! }
        type Memo implements File @key(fields: "id") { id: ID! }`,
      resolvers: () => ({
        Query: { files: () => files, things: () => files, file: () => files[0], draft: () => files[1] },
        File: typed,
        Thing: typed,
        Report: reference,
        Memo: reference,
      }),
    },
    {
      name: 'pages',
      typeDefs: `
        type Report @key(fields: "code") {
          code: ID!  pages: Int  size: Int @inaccessible  title(upper: Boolean): String @external
          cover: String @requires(fields: "title")
        }
        type Memo @key(fields: "id") { id: ID!  pages: Int!  next: Memo }`,
      resolvers: () => ({
        Report: {
          __resolveReference: file,
          pages: () => 7,
          cover: ({ given }: { given: { title?: string } }) => `cover of ${given.title}`,
        },
        Memo: { ...reference, pages: () => 1, next: () => null },
      }),
    },
  ],
  operations: [
    '{ file { id pages cover } }',
    '{ files { __typename id } }',
    '{ things { __typename ... on Report { pages } ... on Memo { pages } } }',
    '{ draft { id } }',
    '{ draft { __typename } }',
    '{ files { ... on Report { title cover } ... on Memo { next { id } } } }',
    '{ __schema { types { name } } }',
    '{ __type(name: "Report") { fields { name args { name } } } thing: __type(name: "Thing") { possibleTypes { name } } }',
  ],
};
