import type { TestSubgraph } from './compose.js';

interface Team {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly mentor?: string;
}

/** A street's activity teams, each at a place. */
const teams: readonly Team[] = [
  { id: '310105001000-team-1', name: 'Choir', place: '310105001000' },
  { id: '310105001001-team-2', name: 'Tai chi', place: '310105001001', mentor: '310105001000-team-1' },
  { id: '310105009002-team-3', name: 'Paper cutting', place: '310105009002' },
];

const typeOf = (code: string) => (code.endsWith('000000') ? 'District' : code.endsWith('000') ? 'Street' : 'Committee');
const under = (code: string) => teams.filter((team) => team.place.startsWith(code.replace(/(?:000)+$/, '')));

function connection(found: readonly Team[], first: number) {
  const nodes = found.slice(0, first);
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: node.id })),
    pageInfo: { hasNextPage: found.length > first, hasPreviousPage: false },
    totalCount: found.length,
    coverage: { expected: 1, answered: 1, complete: true, missing: [] },
  };
}

const placeResolvers = {
  activityTeams: ({ code }: { code: string }, { first }: { first: number }) => connection(under(code), first),
  slogan: ({ code }: { code: string }) => {
    if (code === '310105009000') throw new Error('no slogan');
    return `Together ${code}`;
  },
};
const extendPlace = (type: string) => `
  type ${type} @key(fields: "code") {
    code: DivisionCode!
    activityTeams(first: Int = 20): ActivityTeamConnection
    slogan: String
  }`;

/** The street level's stand-in: adds teams to each place, and a record type with a place. */
export const teamsSubgraph: TestSubgraph = {
  name: 'street',
  typeDefs: `
    scalar DivisionCode
    enum Level { DISTRICT STREET COMMITTEE }
    enum Reason { UNREACHABLE TIMEOUT SCHEMA }
    interface Place { code: DivisionCode! }
    ${['District', 'Street', 'Committee'].map(extendPlace).join('\n').replaceAll(' @key', ' implements Place @key')}
    interface Record { id: ID!  place: Place }
    type ActivityTeam implements Record @key(fields: "id") { id: ID!  name: String!  place: Place  mentor: ActivityTeam  motto: String! }
    type ActivityTeamEdge { node: ActivityTeam!  cursor: String! }
    type PageInfo @shareable { hasNextPage: Boolean!  hasPreviousPage: Boolean!  startCursor: String  endCursor: String }
    type ActivityTeamConnection {
      nodes: [ActivityTeam!]!  edges: [ActivityTeamEdge!]!  pageInfo: PageInfo!  totalCount: Int  coverage: Coverage!
    }
    type Coverage @shareable {
      expected: Int!  answered: Int!  complete: Boolean!  oldestAsOf: String  newestAsOf: String
      missing(first: Int = 20): [MissingNode!]!
    }
    type MissingNode @shareable { code: DivisionCode!  name: String  level: Level!  reason: Reason! }
    type Query {
      activityTeams(under: DivisionCode!, first: Int = 20): ActivityTeamConnection
      activityTeam(id: ID!): ActivityTeam
      lastTeams: [ActivityTeam]
    }
    type Praise @shareable { weight: Int }
    type Mutation { noteAtStreet(text: String!): [String!]! }
  `,
  resolvers: ({ log }) => ({
    Place: { __resolveType: ({ code }: { code: string }) => typeOf(code) },
    Record: { __resolveType: () => 'ActivityTeam' },
    District: placeResolvers,
    Street: placeResolvers,
    Committee: placeResolvers,
    ActivityTeam: {
      __resolveReference: ({ id }: { id: string }) => teams.find((team) => team.id === id),
      place: ({ place }: Team) => ({ __typename: typeOf(place), code: place }),
      mentor: ({ mentor }: Team) => teams.find((team) => team.id === mentor) ?? null,
      motto: ({ name }: Team) => (name === 'Choir' ? null : `We are ${name}`),
    },
    Query: {
      activityTeams: (_: unknown, args: { under: string; first: number }) => connection(under(args.under), args.first),
      activityTeam: (_: unknown, { id }: { id: string }) => teams.find((team) => team.id === id) ?? null,
      lastTeams: () => [teams[2], null, teams[0]],
    },
    Mutation: {
      noteAtStreet: (_: unknown, { text }: { text: string }) => {
        log.push(`street ${text}`);
        return [...log];
      },
    },
  }),
};
