import { afterEach } from '@jest/globals';
import { startLevelServer, type LevelServer, type NodeDatabase } from '@onenx/node';
import type { Level } from '@onenx/schema';
import { locationOf, type OpenDatabase } from './databases.js';
import { put, putTree } from './store.js';
import { kindsOf, organizations, teams, tree } from './street-world.js';

/** Starts servers of a level on free ports, each over its database; they are closed after the test. */
export function levelServers(): (
  database: NodeDatabase,
  level: Level,
  owns?: string,
  attachments?: string,
) => Promise<LevelServer> {
  const running: LevelServer[] = [];
  afterEach(async () => {
    for (const server of running.splice(0)) await server.close();
  });
  return async (database, level, owns = '310105', attachments) => {
    const kinds = kindsOf[level];
    const server = await startLevelServer({ level, kinds, database: locationOf(database), port: 0, owns, attachments });
    running.push(server);
    return server;
  };
}

/** A database of a level with the tree of places and the records of its first kind. */
export async function filledLevel(open: OpenDatabase, level: Level): Promise<NodeDatabase> {
  const database = await open(kindsOf[level]);
  await putTree(database, tree);
  const [kind] = kindsOf[level];
  if (kind) await put(database, kind, { DISTRICT: organizations, STREET: teams, COMMITTEE: [] }[level]);
  return database;
}

export interface LevelAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
}

interface Asked {
  readonly variables?: object;
  readonly headers?: Record<string, string>;
}

/** One request over HTTP. */
export async function ask(
  { url }: Pick<LevelServer, 'url'>,
  query: string,
  { variables, headers }: Asked = {},
): Promise<LevelAnswer> {
  const body = JSON.stringify({ query, variables });
  const all = { 'content-type': 'application/json', ...headers };
  const response = await fetch(url, { method: 'POST', headers: all, body });
  return (await response.json()) as LevelAnswer;
}

/** What a promise is refused with. */
export async function reasonOf(start: Promise<unknown>): Promise<unknown> {
  try {
    await start;
  } catch (error) {
    return error;
  }
  throw new Error('it was not refused');
}
