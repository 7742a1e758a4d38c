import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';

/** Writes a file of the given name in a directory of its own, which is removed after the test. */
export function temporaryFiles(): (name: string, content: string | Uint8Array) => Promise<string> {
  const directories: string[] = [];
  afterEach(async () => {
    for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true });
  });
  return async (name, content) => {
    const directory = await mkdtemp(join(tmpdir(), 'onenx-file-'));
    directories.push(directory);
    const path = join(directory, name);
    await writeFile(path, content);
    return path;
  };
}
