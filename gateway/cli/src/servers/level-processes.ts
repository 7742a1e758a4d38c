import type { Level } from '@onenx/schema';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface LevelProcessOptions {
  readonly level: Level;
  readonly database: string;
  readonly owns: string;
  readonly port: number;
}

export interface LevelProcess {
  readonly level: Level;
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a level's server in a process of its own and waits until it serves. */
export async function startLevelProcess(options: LevelProcessOptions): Promise<LevelProcess> {
  const { level, database, owns, port } = options;
  const bin = fileURLToPath(new URL('../../bin/onenx.js', import.meta.url));
  const words = [
    'node',
    '--level',
    level.toLowerCase(),
    '--database',
    database,
    '--owns',
    owns,
    '--port',
    String(port),
  ];
  const child = fork(bin, words, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const url = await readyAddress(child, level);
  child.on('exit', (code, signal) => {
    if (!child.killed)
      process.stderr.write(
        `the ${level.toLowerCase()} level ended (${signal ?? code}); its values are named missing until it is back\n`,
      );
  });
  return { level, url, stop: async () => stop(child) };
}

/** What a level's process tells its parent once it serves. */
export interface ReadyMessage {
  readonly ready: string;
}

async function readyAddress(child: ChildProcess, level: Level): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve((message as ReadyMessage).ready));
    child.once('exit', (code) =>
      reject(new Error(`the ${level.toLowerCase()} level did not start (exit status ${code})`)),
    );
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
