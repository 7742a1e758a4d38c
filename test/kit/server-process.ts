import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The `onenx` command, as it was built. */
export const ONENX = join(import.meta.dirname, '..', '..', 'gateway', 'cli', 'bin', 'onenx.js');

/** A server in a process of its own. It ends with the process that started it, however that ends. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Starts `onenx` and waits until it says where it serves. @throws with what it wrote when it ends before */
  static async start(words: readonly string[]): Promise<ServerProcess> {
    const child = fork(ONENX, words, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
    const written: string[] = [];
    child.stderr?.on('data', (text) => {
      written.push(String(text));
      // A fault inside a server is told to its operator alone, who is here the reader of a failed test.
      process.stderr.write(String(text));
    });
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', (message: { ready: string }) => resolve(message.ready));
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`onenx ${words.join(' ')} did not start:\n${written.join('')}`)));
    });
    return new ServerProcess(child, url);
  }

  /** Ends it as a power cut does; one that hangs too. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }

  /** It keeps its port and its connections and does nothing more, until it goes on. */
  hang(): void {
    this.child.kill('SIGSTOP');
  }

  goOn(): void {
    this.child.kill('SIGCONT');
  }
}
