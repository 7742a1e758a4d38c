import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installPeers } from '../../bench/src/gateway/peers.js';

const ROOT = join(import.meta.dirname, '..', '..');
const DOC = join(ROOT, 'docs', 'other-routers.md');
/** A program finds the routers' packages when it lies under the folder into which they are installed. */
const BESIDE_PACKAGES = join(ROOT, 'bench', 'peers', 'node_modules', '.cache');

/** The programs that docs/other-routers.md gives an integrator, each with the name that its comment says. */
export type RouterProgram = 'apollo.mjs' | 'hive.mjs';

/**
 * Writes the programs of the document to a new directory from which they run, to be removed by the caller.
 * @throws with what to run when the routers' packages are not there and cannot be installed
 */
export async function writeDocPrograms(names: readonly RouterProgram[]): Promise<string> {
  try {
    installPeers();
  } catch (cause) {
    const command = 'npm ci --prefix bench/peers --workspaces=false --ignore-scripts';
    throw new Error(`the routers could not be installed; with a package registry within reach run: ${command}`, {
      cause,
    });
  }
  await mkdir(BESIDE_PACKAGES, { recursive: true });
  const directory = await mkdtemp(join(BESIDE_PACKAGES, 'onenx-routers-'));
  const doc = await readFile(DOC, 'utf8');
  for (const name of names) await writeFile(join(directory, name), programOf(doc, name));
  return directory;
}

function programOf(doc: string, name: RouterProgram): string {
  const [, after] = doc.split(`<!-- ${name} -->`);
  const program = /^\s*```js\n(.*?)```/s.exec(after ?? '')?.[1];
  if (program === undefined) throw new Error(`${DOC} has no program ${name}`);
  return program;
}
