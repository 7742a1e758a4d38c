import { byKeys, type World } from './world.js';

const nodes = [
  { __typename: 'Park', id: '1', name: 'Example park', area: 12.5, owner: '3' },
  // Apollo lets the null of a Float! stand where an interface has it as Float, so that there is none here.
  { __typename: 'School', id: '2', name: 'Example school', area: 4, owner: '3' },
  { __typename: 'Office', id: '3', name: 'Example office', area: 1, owner: null },
];
const node = byKeys(nodes, ['id']);
const typed = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const reference = { __resolveReference: node };
const reason = ({ id }: { id: string }) => `visit ${id}`;

/** Interfaces over entities: their members, their fields and the interfaces themselves differ from subgraph to subgraph. */
export const entityInterfaces: World = {
  name: 'entity-interfaces',
  subgraphs: [
    {
      name: 'sites',
      typeDefs: `
        type Query { sites: [Site!]!  site(id: ID!): Site  named: [Named] }
        interface Named { name: String! }
        interface Site implements Named { id: ID!  name: String!  owner: Site }
        type Park implements Site & Named @key(fields: "id") { id: ID!  name: String!  owner: Site }
        type School implements Site & Named @key(fields: "id") { id: ID!  name: String!  owner: Site }
        type Office implements Site & Named @key(fields: "id") { id: ID!  name: String!  owner: Site }`,
      resolvers: () => {
        const site = { ...reference, owner: ({ owner }: { owner: string | null }) => owner && node({ id: owner }) };
        return {
          Query: { sites: () => nodes, site: (_: unknown, key: { id: string }) => node(key), named: () => nodes },
          Site: typed,
          Named: typed,
          Park: site,
          School: site,
          Office: site,
        };
      },
    },
    {
      name: 'visits',
      typeDefs: `
        type Query { places: [Visitable]  favourite: Visitable  mixed: [Anywhere] }
        interface Visitable { id: ID!  reason(short: Boolean = false): String }
        interface Measured { area: Float }
        type Park implements Visitable & Measured @key(fields: "id") { id: ID!  reason(short: Boolean = false): String  area: Float }
        type School implements Visitable & Measured @key(fields: "id") { id: ID!  reason(short: Boolean = false): String  area: Float! }
        type Cafe implements Visitable { id: ID!  reason(short: Boolean = false): String  coffee: String }
        union Anywhere = Park | Cafe`,
      resolvers: () => ({
        Query: {
          places: () => [nodes[0], { __typename: 'Cafe', id: 'c' }, nodes[1], null],
          favourite: () => nodes[0],
          mixed: () => [{ __typename: 'Cafe', id: 'c' }, nodes[0]],
        },
        Visitable: typed,
        Measured: typed,
        Anywhere: typed,
        Park: { ...reference, reason },
        School: { ...reference, reason },
        Cafe: { reason, coffee: () => 'black' },
      }),
    },
    {
      name: 'names',
      typeDefs: `
        type Query { named2: [Labelled] }
        interface Labelled { label: String }
        type Park implements Labelled @key(fields: "id") { id: ID!  label: String }
        type Office implements Labelled @key(fields: "id") { id: ID!  label: String }`,
      resolvers: () => {
        const labelled = { ...reference, label: ({ id }: { id: string }) => (id === '1' ? null : `label ${id}`) };
        return { Query: { named2: () => [nodes[2], nodes[0]] }, Labelled: typed, Park: labelled, Office: labelled };
      },
    },
  ],
  operations: [
    '{ sites { __typename id name owner { name } } }',
    '{ sites { ... on Visitable { reason } ... on Labelled { label } } }',
    '{ places { id reason ... on Named { name } ... on Cafe { coffee } } }',
    '{ places { ... on Site { owner { ... on Labelled { label } } } } }',
    '{ favourite { __typename ... on Measured { area } ... on Named { name } ... on Labelled { label } } }',
    '{ mixed { ... on Visitable { reason(short: true) } ... on Park { name } ... on Labelled { label } } }',
    '{ named { name ... on Site { id owner { ... on Visitable { reason } } } } }',
    '{ named { ... on School { area } } }',
    '{ named2 { label ... on Visitable { id reason } ... on Site { name } } }',
    '{ site(id: "1") { ...A } } fragment A on Named { name ... on Park { area label } ...B } fragment B on Labelled { label }',
  ],
  // Float of one type and Float! of another are asked for under one key.
  limits: [{ query: '{ sites { ... on Measured { area } } }', code: 'LEVEL_FAULT' }],
};
