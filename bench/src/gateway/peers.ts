import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../peers', import.meta.url));
const lock = `${folder}/.installing`;

/**
 * Installs what the benchmark is measured beside, by its own lock. Does nothing when that is there already, and waits where
 * another process is at it.
 */
export function installPeers(): void {
  while (!isInstalled()) {
    if (takeLock()) return installLocked();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

function isInstalled(): boolean {
  const installed = `${folder}/node_modules/.package-lock.json`;
  return (
    !existsSync(lock) &&
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(`${folder}/package-lock.json`).mtimeMs
  );
}

/** A folder is made by one process only. One that was left behind by a process that was killed is taken over after a while. */
function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return existsSync(lock) && Date.now() - statSync(lock).mtimeMs > ABANDONED_MS;
  }
}

const ABANDONED_MS = 10 * 60_000;

function installLocked(): void {
  try {
    console.log('installing the peers (bench/peers) …');
    execFileSync('npm', ['ci', '--workspaces=false', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } finally {
    rmdirSync(lock);
  }
}
