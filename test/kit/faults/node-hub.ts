import type { Level } from '@onenx/schema';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyOfSample } from '../hub-sample.js';
import { ServerProcess } from '../server-process.js';
import { FaultProxy } from './fault-proxy.js';
import { WatchedHub } from './watched-hub.js';

/** An endpoint of the hub: a process of its own, and perhaps a proxy before it. */
interface EndpointPlan {
  readonly level: Level;
  readonly codes: string;
  readonly proxied: boolean;
}

/** One district, the streets and the committees on two endpoints each. */
const PLAN = {
  district: { level: 'DISTRICT', codes: '310105', proxied: false },
  streets: { level: 'STREET', codes: '310105', proxied: true },
  street009: { level: 'STREET', codes: '310105009', proxied: false },
  committees: { level: 'COMMITTEE', codes: '310105', proxied: false },
  committees009: { level: 'COMMITTEE', codes: '310105009', proxied: true },
} as const satisfies Readonly<Record<string, EndpointPlan>>;

export type EndpointName = keyof typeof PLAN;

/** A hub over nodes that are processes of their own, some of them behind proxies that can spoil their answers. */
export class NodeHub implements AsyncDisposable {
  private readonly nodes = new Map<EndpointName, ServerProcess>();
  private readonly proxies = new Map<EndpointName, FaultProxy>();
  private hub: WatchedHub | undefined;

  private constructor(private readonly directory: string) {}

  /** `timeoutMs`: how long a level may take to answer. */
  static async start(timeoutMs: number): Promise<NodeHub> {
    const started = new NodeHub(await mkdtemp(join(tmpdir(), 'onenx-faults-')));
    try {
      await copyOfSample(started.directory);
      await Promise.all(namesOf().map(async (name) => started.startEndpoint(name)));
      await started.startHub(timeoutMs);
    } catch (error) {
      await started.close();
      throw error;
    }
    return started;
  }

  get url(): string {
    return this.hub?.url ?? '';
  }

  node(name: EndpointName): ServerProcess {
    return found(this.nodes, name);
  }

  proxy(name: EndpointName): FaultProxy {
    return found(this.proxies, name);
  }

  /** Starts the process of an endpoint, at its former port if it had one. */
  async startNode(name: EndpointName): Promise<void> {
    const { level, codes } = PLAN[name];
    const lower = level.toLowerCase();
    const before = this.nodes.get(name);
    const port = before === undefined ? '0' : new URL(before.url).port;
    const database = join(this.directory, `${lower}.sqlite`);
    const words = ['node', '--level', lower, '--owns', codes, '--database', database, '--port', port];
    this.nodes.set(name, await ServerProcess.start(words));
  }

  /** What the hub's own process holds in memory, in MiB, without garbage. */
  async heldMiB(): Promise<number> {
    return this.hub?.heldMiB() ?? 0;
  }

  /** Where the hub asks an endpoint. */
  urlOf(name: EndpointName): string {
    return this.proxies.get(name)?.url ?? this.node(name).url;
  }

  async close(): Promise<void> {
    await this.hub?.kill();
    await Promise.all([...this.proxies.values()].map(async (proxy) => proxy.close()));
    await Promise.all([...this.nodes.values()].map(async (node) => node.kill()));
    await rm(this.directory, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private async startEndpoint(name: EndpointName): Promise<void> {
    await this.startNode(name);
    if (PLAN[name].proxied) this.proxies.set(name, await FaultProxy.start(this.node(name).url));
  }

  private async startHub(timeoutMs: number): Promise<void> {
    const levels: Record<string, object[]> = {};
    for (const name of namesOf()) {
      const { level, codes } = PLAN[name];
      (levels[level.toLowerCase()] ??= []).push({ url: this.urlOf(name), codes });
    }
    const topology = join(this.directory, 'onenx.topology.yaml');
    await writeFile(topology, JSON.stringify({ levels }));
    const words = ['--topology', topology, '--data', this.directory, '--port', '0'];
    this.hub = await WatchedHub.start([...words, '--timeout', String(timeoutMs)]);
  }
}

/** Whether a node, by its level and code, is one of those that an endpoint serves: the most specific has it. */
export function servedBy(name: EndpointName, node: { readonly level: string; readonly code: string }): boolean {
  const { level, codes } = PLAN[name];
  if (node.level !== level) return false;
  const rivals = namesOf().filter((one) => PLAN[one].level === level && PLAN[one].codes.length > codes.length);
  return node.code.startsWith(codes) && !rivals.some((rival) => node.code.startsWith(PLAN[rival].codes));
}

/** Every endpoint of the hub. */
export function namesOf(): readonly EndpointName[] {
  return Object.keys(PLAN) as EndpointName[];
}

function found<Value>(map: ReadonlyMap<EndpointName, Value>, name: EndpointName): Value {
  const value = map.get(name);
  if (value === undefined) throw new Error(`there is none: ${name}`);
  return value;
}
