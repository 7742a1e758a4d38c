import { NodeRegister } from '@onenx/hub';
import type { NodeDatabase } from '@onenx/node';
import type { PlaceTree } from '@onenx/schema';
import { setTimeout as wait } from 'node:timers/promises';
import { describeError } from '../terminal.js';
import { loadRegisters, registersMark } from './load-registers.js';

const POLL_MILLISECONDS = 2_000;

/**
 * The register of nodes as the hub's database has it. A change is taken up within some seconds and without a restart; a request
 * keeps the register with which it began. While the database does not answer, the register stays as it was.
 */
export class FollowedRegister {
  private readonly ofRequest = new WeakMap<object, NodeRegister>();
  private readonly stopping = new AbortController();
  private following: Promise<void> = Promise.resolve();
  private silent = false;

  private constructor(
    private readonly database: NodeDatabase,
    private readonly tree: PlaceTree,
    private state: { readonly register: NodeRegister; readonly mark: string },
  ) {}

  static async read(database: NodeDatabase, tree: PlaceTree): Promise<FollowedRegister> {
    return new FollowedRegister(database, tree, await read(database, tree));
  }

  /** Follows the changes until `close`, which closes the database too. */
  follow(): this {
    this.following = this.poll();
    return this;
  }

  /** The register with which a client's request began. */
  of(request: object): NodeRegister {
    const before = this.ofRequest.get(request);
    if (before !== undefined) return before;
    const { register } = this.state;
    this.ofRequest.set(request, register);
    return register;
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.following;
    await this.database.close();
  }

  /** One look at a time, however long it takes. */
  private async poll(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await wait(POLL_MILLISECONDS, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await this.look();
    }
  }

  private async look(): Promise<void> {
    try {
      if ((await registersMark(this.database)) !== this.state.mark) await this.takeUp();
      this.silent = false;
    } catch (error) {
      if (!this.silent) process.stderr.write(`registers: not read, as before\n${describeError(error)}\n`);
      this.silent = true;
    }
  }

  private async takeUp(): Promise<void> {
    this.state = await read(this.database, this.tree);
    process.stderr.write('registers: taken up\n');
  }
}

/** The mark first: what changes in between is seen by the next look. */
async function read(database: NodeDatabase, tree: PlaceTree): Promise<FollowedRegister['state']> {
  const mark = await registersMark(database);
  return { mark, register: new NodeRegister(tree, await loadRegisters(database)) };
}
