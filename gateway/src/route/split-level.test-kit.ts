import { createGateway } from '../gateway.js';
import type { AnswerBody } from '../pipeline/answer.js';
import { composeTest, inProcess, testSchema, type TestSubgraph } from '../testing/compose.js';
import { testPlaceNames, testScalars, testWorld } from '../testing/test-gateway.js';
import { SilentServiceError, type Service } from './service.js';
import { TopologyHolder } from './topology-holder.js';

export interface Group {
  readonly id: string;
  readonly uscc: string;
  readonly name: string | null;
}

/** One endpoint of the street level: the places that it keeps, and the records of its database. */
export interface TestEndpoint {
  readonly codes: string;
  readonly groups: readonly Group[];
  readonly isSilent?: boolean;
  /** Its lists fail, each with an error of its own. */
  readonly isBroken?: boolean;
}

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export function cursorOf({ name, id }: Group): string {
  return Buffer.from(JSON.stringify(['name:ASC,id:ASC', name, id])).toString('base64url');
}

/** By name, those without one last, then by id; names and ids are ASCII. */
function isBefore(a: Group, b: Group): boolean {
  if (a.name === b.name) return a.id < b.id;
  if (a.name === null || b.name === null) return b.name === null;
  return a.name < b.name;
}

function fromCursor(cursor: string): Group {
  const [, name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string | null, string];
  return { id, name, uscc: '' };
}

/** A page by the slow way: the whole list in order, cut by the cursors, then by the number. */
function pageOf(groups: readonly Group[], { first, after, last, before }: PageArguments): object {
  const whole = groups.toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
  const [low, high] = [after ? fromCursor(after) : undefined, before ? fromCursor(before) : undefined];
  const isAbove = (group: Group): boolean => low === undefined || isBefore(low, group);
  const isBelow = (group: Group): boolean => high === undefined || isBefore(group, high);
  const between = whole.filter((group) => isAbove(group) && isBelow(group));
  const size = first ?? 20;
  const shown = typeof last === 'number' ? between.slice(Math.max(0, between.length - last)) : between.slice(0, size);
  const isCut = shown.length < between.length;
  const edges = shown.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    nodes: shown,
    edges,
    totalCount: whole.length,
    pageInfo: {
      hasNextPage: (isCut && typeof last !== 'number') || whole.some((group) => !isBelow(group)),
      hasPreviousPage: (isCut && typeof last === 'number') || whole.some((group) => !isAbove(group)),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    coverage: { expected: 1, answered: 1, complete: true, missing: [] },
  };
}

const list = 'groups(first: Int, after: String, last: Int, before: String): GroupConnection';

const hub: TestSubgraph = {
  name: 'hub',
  typeDefs: `
    scalar DivisionCode
    type Query { street(code: DivisionCode!): Street  suppliers: [Group]  byIds(ids: [ID!]!): [Record] }
    type Street @key(fields: "code") { code: DivisionCode! }
    type Group @key(fields: "uscc", resolvable: false) { uscc: String! }
    type Record @key(fields: "id", resolvable: false) { id: ID! }
    type Mutation { atHub: Boolean }`,
  resolvers: () => ({
    Query: {
      street: (_: unknown, { code }: { code: string }) => ({ code }),
      suppliers: () => ['S1', 'S2', 'S3'].map((uscc) => ({ uscc })),
      byIds: (_: unknown, { ids }: { ids: string[] }) => ids.map((id) => ({ id })),
    },
  }),
};

/** The level as one endpoint has it: its own records alone, wherever in the district they are asked for. */
const street = ({ groups, isBroken = false, codes }: TestEndpoint): TestSubgraph => {
  const page = (_: unknown, args: PageArguments): object => {
    if (isBroken) throw new Error('the disk is full');
    return pageOf(groups, args);
  };
  const find = (key: 'id' | 'uscc', value: string) => groups.find((group) => group[key] === value) ?? null;
  const written = (): string[] => [codes];
  return {
    name: 'street',
    typeDefs: `
      scalar DivisionCode
      enum Level { DISTRICT STREET COMMITTEE }
      enum Reason { UNREACHABLE TIMEOUT SCHEMA }
      type Query { groupList(under: DivisionCode!, first: Int, after: String, last: Int, before: String): GroupConnection
        group(uscc: String!): Group  groupById(id: ID!): Group }
      type Street @key(fields: "code") { code: DivisionCode!  ${list} }
      type Record @key(fields: "id") { id: ID!  name: String }
      type Group @key(fields: "uscc") { id: ID!  uscc: String!  name: String }
      type GroupEdge { cursor: String!  node: Group! }
      type PageInfo { hasNextPage: Boolean!  hasPreviousPage: Boolean!  startCursor: String  endCursor: String }
      type MissingNode { code: DivisionCode!  name: String  level: Level!  reason: Reason! }
      type Coverage { expected: Int!  answered: Int!  complete: Boolean!  missing(first: Int = 20): [MissingNode!]! }
      type GroupConnection { nodes: [Group!]!  edges: [GroupEdge!]!  pageInfo: PageInfo!  totalCount: Int  coverage: Coverage! }
      input GroupInput { id: ID  place: DivisionCode  name: String! }
      type Mutation { saveGroup(input: GroupInput!): [String!]!  renameGroup(id: ID!, name: String!): [String!]!  tidy: [String!]! }`,
    resolvers: () => ({
      Query: {
        groupList: page,
        group: (_: unknown, { uscc }: { uscc: string }) => find('uscc', uscc),
        groupById: (_: unknown, { id }: { id: string }) => find('id', id),
      },
      Street: { __resolveReference: ({ code }: { code: string }) => ({ code }), groups: page },
      Record: { __resolveReference: ({ id }: { id: string }) => find('id', id) },
      Group: { __resolveReference: ({ uscc }: { uscc: string }) => find('uscc', uscc) },
      Mutation: { saveGroup: written, renameGroup: written, tidy: written },
    }),
  };
};

const silent: Service = () => Promise.reject(new SilentServiceError('TIMEOUT'));
const nobody: TestEndpoint = { codes: '310105', groups: [] };
const supergraphSdl = composeTest([hub, street(nobody)]);

export interface SplitLevel {
  readonly ask: (query: string, variables?: Record<string, unknown>) => Promise<AnswerBody>;
  /** The codes of the endpoints that were asked, in order. */
  readonly asked: string[];
}

/** A gateway over a street level whose nodes are on these endpoints, all in this process. */
export function splitLevel(
  endpoints: readonly TestEndpoint[],
  heirs: Readonly<Record<string, readonly string[]>> = {},
): SplitLevel {
  const byUrl = new Map(endpoints.map((endpoint, i) => [`http://street-${i}.test/`, endpoint]));
  const asked: string[] = [];
  const configs = [...byUrl].map(([url, { codes }]) => ({ level: 'STREET' as const, url, codes }));
  const topology = new TopologyHolder(configs, ({ url }) => {
    const endpoint = byUrl.get(url) ?? nobody;
    const answer = endpoint.isSilent === true ? silent : inProcess(testSchema(street(endpoint), testWorld()));
    return async (request) => {
      asked.push(endpoint.codes);
      return answer(request);
    };
  });
  const gateway = createGateway({
    supergraphSdl,
    services: { hub: inProcess(testSchema(hub, testWorld())) },
    topology,
    scalars: testScalars,
    places: { ...testPlaceNames, heirsOf: (code) => heirs[code] ?? [] },
    log: () => undefined,
  });
  const headers = { 'accept-language': 'en' };
  return { asked, ask: async (query, variables) => (await gateway.execute({ query, variables, headers })).body };
}
