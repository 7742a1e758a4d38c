import { typenameOf } from '../execute/json.js';
import type { TestSubgraph } from './compose.js';

export type TestPlace = {
  readonly __typename: 'District' | 'Street' | 'Committee';
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
};

/** One district, two streets and three committees: enough for every shape of question. */
export const testPlaces: readonly TestPlace[] = [
  { __typename: 'District', code: '310105000000', name: 'Changning' },
  { __typename: 'Street', code: '310105001000', name: 'Huayang', parent: '310105000000' },
  { __typename: 'Street', code: '310105009000', name: 'Beixinjing', parent: '310105000000' },
  { __typename: 'Committee', code: '310105001001', name: 'Huayang First', parent: '310105001000' },
  { __typename: 'Committee', code: '310105009001', name: 'Beixinjing First', parent: '310105009000' },
  { __typename: 'Committee', code: '310105009002', name: 'Beixinjing Second', parent: '310105009000' },
];

const byCode = new Map(testPlaces.map((place) => [place.code, place]));
const children = (code: string, type: TestPlace['__typename']) =>
  testPlaces.filter((place) => place.parent === code && typenameOf(place) === type);

const place = {
  __resolveReference: ({ code }: { code: string }) => byCode.get(code),
  parent: ({ parent }: TestPlace) => (parent === undefined ? null : byCode.get(parent)),
  fragile: ({ code }: TestPlace) => {
    if (code.endsWith('001')) throw new Error(`select * from place where code = ${code}`);
    return 'whole';
  },
};

const placeFields = 'code: DivisionCode!  name: String!  parent: Place  fragile: String!';

/** The hub's stand-in: owns the tree of places. */
export const placesSubgraph: TestSubgraph = {
  name: 'hub',
  typeDefs: `
    scalar DivisionCode
    enum Level { DISTRICT STREET COMMITTEE }
    enum Reason { UNREACHABLE TIMEOUT SCHEMA }
    interface Place { ${placeFields} }
    type District implements Place @key(fields: "code") { ${placeFields}  streets: [Street!]! }
    type Street implements Place @key(fields: "code") { ${placeFields}  committees: [Committee!]!  area(unit: Unit = HECTARE): Float }
    type Committee implements Place @key(fields: "code") { ${placeFields}  area: String! }
    enum Unit { HECTARE SQUARE_METRE @inaccessible }
    type Coverage @shareable {
      expected: Int!  answered: Int!  complete: Boolean!  oldestAsOf: String  newestAsOf: String
      missing(first: Int = 20): [MissingNode!]!
    }
    type MissingNode @shareable { code: DivisionCode!  name: String  level: Level!  reason: Reason! }
    type Query {
      place(code: DivisionCode!): Place
      places(codes: [DivisionCode!]!): [Place!]!
      district(code: DivisionCode = "310105"): District
      street(code: DivisionCode!): Street
      echo(input: EchoInput!): String
      unit: Unit
      broken: String
      refused(code: DivisionCode): String
    }
    input EchoInput { text: String = "default"  codes: [DivisionCode!]  unit: Unit  nested: EchoInput }
    type Mutation { rename(code: DivisionCode!, name: String!): Place  note(text: String!): [String!]! }
  `,
  resolvers: ({ log, refuse }) => ({
    Place: { __resolveType: typenameOf },
    District: { ...place, streets: ({ code }: TestPlace) => children(code, 'Street') },
    Street: { ...place, committees: ({ code }: TestPlace) => children(code, 'Committee'), area: () => 12.5 },
    Committee: { ...place, area: () => 'small' },
    Query: {
      place: (_: unknown, { code }: { code: string }) => byCode.get(code.padEnd(12, '0')) ?? null,
      places: (_: unknown, { codes }: { codes: string[] }) => codes.map((code) => byCode.get(code.padEnd(12, '0'))),
      district: (_: unknown, { code }: { code: string }) => byCode.get(code.padEnd(12, '0')),
      street: (_: unknown, { code }: { code: string }) => byCode.get(code.padEnd(12, '0')),
      echo: (_: unknown, { input }: { input: unknown }) => JSON.stringify(input),
      unit: () => 'SQUARE_METRE',
      broken: () => {
        throw new Error('connect ECONNREFUSED 10.0.0.1:5432');
      },
      refused: (_: unknown, { code }: { code?: string }) => refuse(code ?? '310105000000'),
    },
    Mutation: {
      rename: (_: unknown, { code, name }: { code: string; name: string }) => {
        log.push(`rename ${name}`);
        return { ...byCode.get(code), name };
      },
      note: (_: unknown, { text }: { text: string }) => {
        log.push(`hub ${text}`);
        return [...log];
      },
    },
  }),
};
