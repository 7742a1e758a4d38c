import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { describe, expect, test } from '@jest/globals';
import { checkMergeable } from '@onenx/cli';
import { parse } from 'graphql';
import { runOnenx } from '../kit/onenx.js';

const SDL = join(import.meta.dirname, '..', '..', 'schema', 'sdl');
const SUBGRAPHS = ['hub', 'district', 'street', 'committee'];

test('the emitted schemas and documents are what the definitions make', async () => {
  const { status, stdout } = await runOnenx(['generate', '--check']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('the emitted subgraphs compose for the strictest composer too', async () => {
  const services = await Promise.all(
    SUBGRAPHS.map(async (name) => {
      const typeDefs = parse(await readFile(join(SDL, `${name}.graphql`), 'utf8'));
      return { name, typeDefs, url: `http://${name}` };
    }),
  );
  const { errors, supergraphSdl } = composeServices(services);
  expect(errors?.map(({ message }) => message)).toBeUndefined();
  for (const name of SUBGRAPHS) expect(supergraphSdl).toContain(`http://${name}`);
});

describe('what a level may add to a place or to the roots', () => {
  const hub = parse('type Query { place: Street } type Street @key(fields: "code") { code: ID! name: String! }');
  const connection = `
    type Team { id: ID! }
    type TeamEdge { node: Team! }
    type PageInfo { hasNextPage: Boolean! }
    type Coverage { expected: Int! }
    type TeamConnection { nodes: [Team!]! edges: [TeamEdge!]! pageInfo: PageInfo! totalCount: Int coverage: Coverage! }
    type BareConnection { nodes: [Team!]! edges: [TeamEdge!]! pageInfo: PageInfo! totalCount: Int }`;

  function check(street: string, query = ''): () => void {
    const root = query === '' ? '' : `type Query { ${query} }`;
    const sdl = `${root} type Street @key(fields: "code") { code: ID! name: String! ${street} } ${connection}`;
    return () => checkMergeable('street', parse(sdl), hub);
  }

  test.each([
    ['a connection with coverage', 'teams: TeamConnection'],
    ['a nullable object', 'newestTeam: Team'],
    ['nothing', ''],
  ])('%s is taken', (_, field) => {
    expect(check(field)).not.toThrow();
    expect(check('', field)).not.toThrow();
  });

  test.each([
    ['a list', 'teams: [Team!]', 'teams'],
    ['a list that is never null', 'teams: [Team!]!', 'teams'],
    ['a scalar', 'teamCount: Int', 'teamCount'],
    ['an object that is never null', 'newestTeam: Team!', 'newestTeam'],
    ['a connection that is never null', 'teams: TeamConnection!', 'teams'],
    ['a connection without coverage', 'teams: BareConnection', 'teams'],
  ])('%s is refused, on a place and at the root', (_, field, name) => {
    expect(check(field)).toThrow(`street adds Street.${name}, which nodes cannot merge`);
    expect(check('', field)).toThrow(`street adds Query.${name}, which nodes cannot merge`);
  });

  test('an extension of a place is looked at as the place itself', () => {
    const sdl = parse(`extend type Street @key(fields: "code") { teamCount: Int } ${connection}`);
    expect(() => checkMergeable('street', sdl, hub)).toThrow('street adds Street.teamCount');
  });
});
