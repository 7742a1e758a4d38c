import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe } from '@jest/globals';
import { NodeDatabase } from '@onenx/node';
import type { KindDefinition } from '@onenx/schema';

/** Opens a fresh database, which is closed and removed after the test. */
export type OpenDatabase = (
  kinds: readonly KindDefinition[],
  onStatement?: (text: string) => void,
) => Promise<NodeDatabase>;

const locations = new WeakMap<NodeDatabase, string>();

/** The address of an opened database, for a server that opens it once more. */
export function locationOf(database: NodeDatabase): string {
  return locations.get(database) ?? '';
}

/** The same as `onenx import --into` and `export --from` name it, where it is a street's: an address, or a directory. */
export function targetOf(database: NodeDatabase): string {
  const location = locationOf(database);
  return database.dialect === 'postgresql' ? location : dirname(location);
}

interface Place {
  readonly location: string;
  readonly remove: () => Promise<void>;
}

/** Runs a group of tests on SQLite (a file) and again on a real PostgreSQL: what storage does must not depend on which. */
export function onEachDatabase(title: string, tests: (open: OpenDatabase) => void): void {
  for (const [name, place] of [
    ['SQLite', embedded],
    ['PostgreSQL', served],
  ] as const) {
    describe(`${title} (${name})`, () => tests(opener(place)));
  }
}

function opener(place: () => Promise<Place>): OpenDatabase {
  const opened: { database: NodeDatabase; remove: () => Promise<void> }[] = [];
  afterEach(async () => {
    for (const { database, remove } of opened.splice(0)) {
      await database.close();
      await remove();
    }
  });
  return async (kinds, onStatement) => {
    const { location, remove } = await place();
    const database = await NodeDatabase.open({ location, kinds, onStatement });
    locations.set(database, location);
    opened.push({ database, remove });
    return database;
  };
}

async function embedded(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'onenx-test-'));
  return { location: join(directory, 'street.sqlite'), remove: () => rm(directory, { recursive: true, force: true }) };
}

async function served(): Promise<Place> {
  const server = process.env['ONENX_TEST_POSTGRES'];
  if (server === undefined) throw new Error('no PostgreSQL is running: test/kit/global-setup.js did not see this file');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  return { location: `${server}/${name}`, remove: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onServer(server: string, text: string): Promise<void> {
  const database = await NodeDatabase.open({ location: `${server}/postgres`, kinds: [] });
  try {
    await database.query({ text, params: [] });
  } finally {
    await database.close();
  }
}
