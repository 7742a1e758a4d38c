import type { TestSubgraph } from './compose.js';

/** The committee level's stand-in: satisfaction of teams, a requirement over levels, a union and clashing names. */
export const reviewsSubgraph: TestSubgraph = {
  name: 'committee',
  typeDefs: `
    type ActivityTeam @key(fields: "id") {
      id: ID!
      name: String! @external
      reviews: [Review!]
      headline: String @requires(fields: "name")
    }
    type Review @key(fields: "id") { id: ID!  score: Int!  about: Subject  team: ActivityTeam  secret: String! }
    type Praise @shareable { text: String!  weight: Int! }
    type Complaint { text: [String!]  weight: Int }
    union Subject = Praise | Complaint
    type Query { reviews: [Review!]!  review(id: ID!): Review }
  `,
  resolvers: () => ({
    ActivityTeam: {
      reviews: ({ id }: { id: string }) => reviews.filter(({ team }) => team.id === id),
      headline: ({ name }: { name: string }) => `The ${name} team`,
    },
    Review: {
      __resolveReference: ({ id }: { id: string }) => reviews.find((review) => review.id === id),
      secret: () => {
        throw new Error('select secret from review');
      },
    },
    Subject: { __resolveType: ({ text }: { text: unknown }) => (Array.isArray(text) ? 'Complaint' : 'Praise') },
    Query: {
      reviews: () => reviews,
      review: (_: unknown, { id }: { id: string }) => reviews.find((review) => review.id === id) ?? null,
    },
  }),
};

const reviews = [
  { id: 'r1', score: 5, team: { id: '310105001000-team-1' }, about: { text: 'Lovely', weight: 2 } },
  { id: 'r2', score: 1, team: { id: '310105001000-team-1' }, about: { text: ['Too', 'loud'], weight: 1 } },
  { id: 'r3', score: 4, team: { id: '310105001001-team-2' }, about: { text: 'Calm', weight: 3 } },
];
