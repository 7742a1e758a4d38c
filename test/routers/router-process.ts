import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const START_MS = 60_000;

/** A router in a process of its own, started as a person at a terminal would. */
export class RouterProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Starts a program and waits until it says where it serves. @throws with what it wrote when it does not */
  static async start(program: string, words: readonly string[]): Promise<RouterProcess> {
    const env = { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' };
    const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const written: string[] = [];
    child.stderr.on('data', (text) => written.push(String(text)));
    try {
      return new RouterProcess(child, await addressSaid(child, createInterface(child.stdout)));
    } catch (cause) {
      child.kill('SIGKILL');
      throw new Error(`${program} did not start:\n${written.join('')}`, { cause });
    }
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}

/** The first line that is an address; a router may say other things before. */
async function addressSaid(child: ChildProcess, lines: ReturnType<typeof createInterface>): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('it said no address in time')), START_MS);
    lines.on('line', (line) => {
      if (!line.startsWith('http://')) return;
      clearTimeout(late);
      resolve(line);
    });
    child.once('exit', (status) => {
      clearTimeout(late);
      reject(new Error(`it ended with ${status}`));
    });
  });
}
