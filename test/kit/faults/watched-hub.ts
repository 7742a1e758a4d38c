import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ONENX } from '../server-process.js';
import { heldMiB } from './held-memory.js';

/** The old space that `onenx serve` gets here, in MiB. What it holds must fit in, with garbage, or it ends. */
const OLD_SPACE_MIB = 112;

/** `onenx serve` in a process whose memory is watched. */
export class WatchedHub {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly inspectorUrl: string,
  ) {}

  /** Starts it and waits until it serves. @throws when it ends before */
  static async start(words: readonly string[]): Promise<WatchedHub> {
    const execArgv = [`--max-old-space-size=${OLD_SPACE_MIB}`, '--inspect=127.0.0.1:0'];
    const child = fork(ONENX, ['serve', ...words], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv });
    const inspector = inspectorOf(child.stderr as Readable);
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', (message: { ready: string }) => resolve(message.ready));
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`onenx serve ${words.join(' ')} did not start`)));
    });
    return new WatchedHub(child, url, await inspector);
  }

  /** What it holds in memory, in MiB, without garbage. */
  async heldMiB(): Promise<number> {
    return heldMiB(this.inspectorUrl);
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}

/** The address of the inspector, which it writes first of all. What else is written is told to whoever reads the test. */
async function inspectorOf(stderr: Readable): Promise<string> {
  return new Promise((resolve) => {
    createInterface(stderr).on('line', (line) => {
      const url = /^Debugger listening on (ws:.*)$/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
      else if (!/^(Debugger|For help)/.test(line)) process.stderr.write(`${line}\n`);
    });
  });
}
