import { fork } from 'node:child_process';
import { readUsage } from './proc.js';

/** What a process has used since it began. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssBytes: number;
}

/** A process of the benchmark. */
export interface Child<Started> {
  readonly started: Started;
  usage(): Promise<Usage>;
  readonly stop: () => void;
}

interface Message<Started> {
  readonly started?: Started;
  readonly failed?: string;
  readonly usage?: Usage;
}

const startMs = 60_000;

/** Starts a script of `bench/peers` with its settings, and waits until it says that it has started. */
export async function startChild<Started>(script: string, settings: object): Promise<Child<Started>> {
  const file = new URL(`../../peers/${script}`, import.meta.url);
  const env = { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' };
  const child = fork(file, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const next = (limitMs: number) =>
    new Promise<Message<Started>>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${script} said nothing for ${limitMs / 1000} s`)), limitMs);
      const done = (act: () => void) => {
        clearTimeout(late);
        child.removeAllListeners('message').removeAllListeners('exit');
        act();
      };
      child.once('message', (message) => done(() => resolve(message as Message<Started>)));
      child.once('exit', (code) => done(() => reject(new Error(`${script} ended with ${code}`))));
    });
  const stop = () => void child.kill('SIGKILL');
  const usage = async (): Promise<Usage> => {
    const answer = next(startMs);
    child.send({ usage: true });
    return (await answer).usage ?? readUsage(child.pid);
  };
  const first = next(startMs);
  child.send({ settings });
  try {
    const { started, failed } = await first;
    if (started === undefined) throw new Error(failed ?? `${script} did not start`);
    return { started, usage, stop };
  } catch (error) {
    stop();
    throw error;
  }
}
