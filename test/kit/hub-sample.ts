import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'onenx-hub-sample');
/** What the sample and its databases are made of, as it was built. */
const BUILT = [
  'schema',
  'subgraphs/node',
  'subgraphs/district',
  'subgraphs/street',
  'subgraphs/committee',
  'gateway/cli',
];
const HOUR = 3_600_000;

/** The day on which the sample of the tests ends, whatever the day on which they run. */
export const SAMPLE_TODAY = '2026-11-22';

/** The sample's import files, and embedded databases into which they were imported. Nobody writes in either. */
export interface HubSample {
  readonly files: string;
  readonly data: string;
}

/** The sample, made once of one build: workers that come at the same time all make it, and the first one's stays. */
export async function hubSample(): Promise<HubSample> {
  const directory = join(CACHE, await buildDigest());
  if (!(await exists(directory))) await make(directory);
  return partsOf(directory);
}

/** Copies the sample's databases, so that a test may write in them. */
export async function copyOfSample(to: string): Promise<void> {
  const { data } = await hubSample();
  await cp(data, to, { recursive: true });
}

function partsOf(directory: string): HubSample {
  return { files: join(directory, 'sample'), data: join(directory, 'data') };
}

async function make(directory: string): Promise<void> {
  const making = `${directory}.${randomUUID()}`;
  const { files, data } = partsOf(making);
  try {
    await mkdir(data, { recursive: true });
    const script = fileURLToPath(new URL('./fill-hub-sample.js', import.meta.url));
    await promisify(execFile)(process.execPath, [script, files, data, SAMPLE_TODAY]);
    await rename(making, directory);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!(await exists(directory))) throw error;
  }
  await removeOld(directory);
}

/** Those of earlier builds, unless they are so young that another run may still use them. */
async function removeOld(kept: string): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const path = join(CACHE, name);
    const made = await stat(path).catch(() => null);
    const isOld = made !== null && Date.now() - made.mtimeMs > HOUR;
    if (path !== kept && isOld) await rm(path, { recursive: true, force: true });
  }
}

async function buildDigest(): Promise<string> {
  const hash = createHash('sha256').update(SAMPLE_TODAY);
  for (const workspace of BUILT) {
    const names = await readdir(join(ROOT, workspace, 'dist'), { recursive: true });
    for (const name of names.filter((one) => one.endsWith('.js')).sort()) {
      hash.update(name).update(await readFile(join(ROOT, workspace, 'dist', name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
