import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readUsage } from '../gateway/proc.js';
import type { Measured } from './load.js';

const ONENX = fileURLToPath(new URL('../../../gateway/cli/bin/onenx.js', import.meta.url));
const startMs = 60_000;

/** A running `onenx` command that serves. */
export interface RunningCommand extends Measured {
  readonly stop: () => void;
}

/** Starts `onenx` in a process of its own, which does not outlive this one. @throws when it does not serve within a minute */
export async function startCommand(words: readonly string[]): Promise<RunningCommand> {
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = fork(ONENX, words, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  const stop = () => void child.kill('SIGKILL');
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`onenx ${words[0]} did not start in time`)), startMs);
      const settle = (act: () => void) => {
        clearTimeout(late);
        act();
      };
      child.once('message', (message) => settle(() => resolve((message as { ready: string }).ready)));
      child.once('exit', (code) => settle(() => reject(new Error(`onenx ${words.join(' ')} ended with ${code}`))));
    });
    return { url, cpuMs: () => Promise.resolve(readUsage(child.pid).cpuMs), stop };
  } catch (error) {
    stop();
    throw error;
  }
}
