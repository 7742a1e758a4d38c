import { extensionsOfLevel, kindsOfLevel } from '@onenx/cli';
import { startLevelServer, type LevelServer } from '@onenx/node';
import type { Level } from '@onenx/schema';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyOfSample } from './hub-sample.js';
import { ServerProcess } from './server-process.js';

/** Which places each endpoint of a level keeps, as code sets. */
export type Partition = Readonly<Record<Level, readonly string[]>>;

export const WHOLE: Partition = { DISTRICT: ['310105'], STREET: ['310105'], COMMITTEE: ['310105'] };

const LEVELS = ['DISTRICT', 'STREET', 'COMMITTEE'] as const;

/** Puts a database of each level, and the hub's own, into a directory. */
export type Fill = (directory: string) => Promise<void>;

/**
 * A real hub over endpoints that are listeners of this process, each level's over one database: what an endpoint keeps is
 * decided by its codes alone, so the same records stand behind every partition.
 */
export class PartitionedHub implements AsyncDisposable {
  private readonly servers = new Map<string, LevelServer>();
  private gateway: ServerProcess | undefined;

  private constructor(private readonly directory: string) {}

  /** Over the sample, unless `fill` says what else there is. */
  static async start(partition: Partition, fill: Fill = copyOfSample): Promise<PartitionedHub> {
    const directory = await mkdtemp(join(tmpdir(), 'onenx-partition-'));
    const hub = new PartitionedHub(directory);
    try {
      await fill(directory);
      await hub.writeTopology(partition);
      const words = ['serve', '--topology', hub.topology, '--data', directory, '--port', '0'];
      hub.gateway = await ServerProcess.start(words);
    } catch (error) {
      await hub.close();
      throw error;
    }
    return hub;
  }

  get url(): string {
    return this.gateway?.url ?? '';
  }

  get topology(): string {
    return join(this.directory, 'onenx.topology.yaml');
  }

  /** Starts what the partition needs and is not there yet, and writes the topology; the hub takes it up by itself. */
  async writeTopology(partition: Partition): Promise<void> {
    const levels: Record<string, object[]> = {};
    for (const level of LEVELS) {
      const endpoints: object[] = [];
      // One after the other: a partition may name the same codes twice, which is one server.
      for (const codes of partition[level]) endpoints.push({ url: (await this.server(level, codes)).url, codes });
      levels[level.toLowerCase()] = endpoints;
    }
    await writeFile(this.topology, JSON.stringify({ levels }));
  }

  /** The endpoint of a level that keeps these codes. */
  async server(level: Level, codes: string): Promise<LevelServer> {
    const key = `${level} ${codes}`;
    const known = this.servers.get(key);
    if (known) return known;
    const database = join(this.directory, `${level.toLowerCase()}.sqlite`);
    const server = await startLevelServer({
      level,
      kinds: kindsOfLevel[level],
      extensions: extensionsOfLevel[level],
      database,
      owns: codes,
      port: 0,
    });
    this.servers.set(key, server);
    return server;
  }

  /** The whole answer as text, so that two can be compared to the byte. */
  async ask(query: string, variables: object = {}): Promise<string> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${text}`);
    return text;
  }

  async close(): Promise<void> {
    await this.gateway?.kill();
    await Promise.all([...this.servers.values()].map(async (server) => server.close()));
    await rm(this.directory, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
