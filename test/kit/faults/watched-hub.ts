import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { ONENX } from '../server-process.js';

/**
 * V8 lets garbage lie until a heap is of some hundred MiB, which looks like a leak for a minute. With this much of old
 * space, in MiB, about twice what the hub needs, it has to clear up within a test: what still grows is held.
 */
const OLD_SPACE_MIB = 112;

/** `onenx serve` in a process whose memory is watched. */
export class WatchedHub {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Starts it and waits until it serves. @throws when it ends before */
  static async start(words: readonly string[]): Promise<WatchedHub> {
    const execArgv = [`--max-old-space-size=${OLD_SPACE_MIB}`];
    const child = fork(ONENX, ['serve', ...words], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv });
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', (message: { ready: string }) => resolve(message.ready));
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`onenx serve ${words.join(' ')} did not start`)));
    });
    return new WatchedHub(child, url);
  }

  /** What it holds in memory, in MiB; undefined where the system has no /proc. */
  async residentMiB(): Promise<number | undefined> {
    if (process.platform !== 'linux') return undefined;
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}
