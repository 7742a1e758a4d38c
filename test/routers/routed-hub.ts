import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startHub, type ErrorSeen, type TestHub } from '../kit/hub.js';
import { ServerProcess } from '../kit/server-process.js';
import { writeDocPrograms, type RouterProgram } from './doc-programs.js';
import { RouterProcess } from './router-process.js';

/** The other routers, and the programs that they are. */
const PROGRAMS = { '@apollo/gateway': 'apollo.mjs', 'Hive Gateway': 'hive.mjs' } as const satisfies Readonly<
  Record<string, RouterProgram>
>;
export type RouterName = keyof typeof PROGRAMS;
export const ROUTERS = Object.keys(PROGRAMS) as RouterName[];

/** The supergraph as it is emitted. */
export const SUPERGRAPH = fileURLToPath(import.meta.resolve('@onenx/schema/sdl/supergraph.graphql'));

export interface RouterAnswer {
  readonly data: unknown;
  readonly errors?: readonly ErrorSeen[];
}

export interface RouterQuestion {
  readonly query: string;
  readonly variables?: object;
  readonly language?: string;
}

/** Three levels, `onenx serve` over them, the hub alone over them too, and other routers before the hub and the levels. */
export interface RoutedHub extends AsyncDisposable {
  /** Ours: the levels may be stopped and started here. */
  readonly own: TestHub;
  ask(of: RouterName | 'onenx serve', question: RouterQuestion): Promise<RouterAnswer>;
  close(): Promise<void>;
}

export interface RoutedHubOptions {
  /** How long a level may take to answer the hub, in milliseconds. */
  readonly timeoutMs: number;
  /** How long a subgraph may take to answer another router; the hub waits for the levels, so this is the longer one. */
  readonly routerTimeoutMs: number;
}

/** Starts everything, each in a process of its own. @throws when the routers' packages cannot be installed */
export async function startRoutedHub({ timeoutMs, routerTimeoutMs }: RoutedHubOptions): Promise<RoutedHub> {
  const stack = new AsyncDisposableStack();
  try {
    const programs = await writeDocPrograms(Object.values(PROGRAMS));
    stack.defer(async () => rm(programs, { recursive: true, force: true }));
    const own = stack.use(await startHub({ timeoutMs }));
    const levels = await levelUrls(own);
    const words = Object.entries(levels).flatMap(([level, url]) => [`--${level}`, url]);
    const database = join(own.dataDirectory, 'hub.sqlite');
    const waiting = ['--port', '0', '--timeout', String(timeoutMs)];
    const hub = await ServerProcess.start(['hub', ...words, '--database', database, ...waiting]);
    stack.defer(async () => hub.kill());

    const addresses = join(own.dataDirectory, 'subgraphs.json');
    await writeFile(addresses, JSON.stringify({ ...levels, hub: hub.url }));
    const urls = new Map<string, string>([['onenx serve', own.url]]);
    for (const name of ROUTERS) {
      const told = [SUPERGRAPH, addresses, '0', String(routerTimeoutMs)];
      const router = await RouterProcess.start(join(programs, PROGRAMS[name]), told);
      stack.defer(async () => router.kill());
      urls.set(name, router.url);
    }
    const running = stack.move();
    return {
      own,
      ask: async (of, question) => ask(urls.get(of) ?? '', question),
      close: async () => running.disposeAsync(),
      [Symbol.asyncDispose]: async () => running.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

/** Where the levels listen, as the hub tells its clients. */
async function levelUrls(hub: TestHub): Promise<Record<string, string>> {
  const { body } = await hub.query<{ dataNodes: readonly { level: string; endpoint: string }[] }>(
    '{ dataNodes { level endpoint } }',
  );
  const nodes = body.data?.dataNodes ?? [];
  return Object.fromEntries(nodes.map(({ level, endpoint }) => [level.toLowerCase(), endpoint]));
}

async function ask(url: string, { query, variables, language }: RouterQuestion): Promise<RouterAnswer> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (language !== undefined) headers['accept-language'] = language;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return (await response.json()) as RouterAnswer;
}
