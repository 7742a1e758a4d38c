import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Level } from '@onenx/schema';
import { copyOfSample, hubSample } from './hub-sample.js';
import { ServerProcess } from './server-process.js';

/** The place whose nodes the servers keep: the whole district. */
const OWNS = '310105';
const LEVELS = ['DISTRICT', 'STREET', 'COMMITTEE'] as const satisfies readonly Level[];

export interface HubOptions {
  /** How long a level may take to answer, in milliseconds. */
  readonly timeoutMs?: number;
}

/** An error of an answer, as a client reads it. */
export interface ErrorSeen {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly category?: string };
}

export interface Answer<Data> {
  readonly status: number;
  readonly body: { readonly data?: Data | null; readonly errors?: readonly ErrorSeen[] };
}

type Headers = Readonly<Record<string, string>>;

/** A real hub: four processes over databases of their own, as a bureau would run them. */
export interface TestHub extends AsyncDisposable {
  /** Where GraphQL is. */
  readonly url: string;
  /** The import files of what it serves. */
  readonly sampleDirectory: string;
  /** Its embedded databases, which belong to this hub alone. */
  readonly dataDirectory: string;
  query<Data>(text: string, variables?: object, headers?: Headers): Promise<Answer<Data>>;
  /** Ends the server of a level without a word. */
  stopLevel(level: Level): Promise<void>;
  /** Starts it again at the same address. */
  startLevel(level: Level): Promise<void>;
  /** Makes the server of a level hang, its connections open. */
  hangLevel(level: Level): void;
  /** Lets it go on. */
  releaseLevel(level: Level): void;
  /** Ends everything and removes the databases. */
  close(): Promise<void>;
}

/** Starts a hub over the sample. `await using hub = await startHub()` ends it also when the test fails. */
export async function startHub({ timeoutMs }: HubOptions = {}): Promise<TestHub> {
  const sample = await hubSample();
  const directory = await mkdtemp(join(tmpdir(), 'onenx-hub-'));
  const running = new Running(directory);
  try {
    await copyOfSample(directory);
    await Promise.all(LEVELS.map(async (level) => running.startLevel(level)));
    await running.startGateway(timeoutMs);
  } catch (error) {
    await running.close();
    throw error;
  }
  return {
    url: running.url,
    sampleDirectory: sample.files,
    dataDirectory: directory,
    query: async (text, variables, headers) => ask(running.url, { query: text, variables }, headers),
    stopLevel: async (level) => running.level(level).kill(),
    startLevel: async (level) => running.startLevel(level),
    hangLevel: (level) => running.level(level).hang(),
    releaseLevel: (level) => running.level(level).goOn(),
    close: async () => running.close(),
    [Symbol.asyncDispose]: async () => running.close(),
  };
}

/** The processes of a hub. */
class Running {
  private readonly levels = new Map<Level, ServerProcess>();
  private gateway: ServerProcess | undefined;

  constructor(private readonly directory: string) {}

  get url(): string {
    if (this.gateway === undefined) throw new Error('the hub does not serve yet');
    return this.gateway.url;
  }

  level(level: Level): ServerProcess {
    const found = this.levels.get(level);
    if (found === undefined) throw new Error(`the ${level} level was never started`);
    return found;
  }

  async startLevel(level: Level): Promise<void> {
    const before = this.levels.get(level);
    const name = level.toLowerCase();
    const port = before === undefined ? '0' : new URL(before.url).port;
    const words = ['node', '--level', name, '--database', this.database(name), '--owns', OWNS, '--port', port];
    this.levels.set(level, await ServerProcess.start(words));
  }

  async startGateway(timeoutMs: number | undefined): Promise<void> {
    const levels = LEVELS.flatMap((level) => [`--${level.toLowerCase()}`, this.level(level).url]);
    const timeout = timeoutMs === undefined ? [] : ['--timeout', String(timeoutMs)];
    const words = ['serve', ...levels, '--database', this.database('hub'), '--port', '0', ...timeout];
    this.gateway = await ServerProcess.start(words);
  }

  async close(): Promise<void> {
    const processes = [...this.levels.values(), ...(this.gateway ? [this.gateway] : [])];
    await Promise.all(processes.map(async (one) => one.kill()));
    await rm(this.directory, { recursive: true, force: true });
  }

  private database(part: string): string {
    return join(this.directory, `${part}.sqlite`);
  }
}

async function ask<Data>(url: string, operation: object, headers: Headers = {}): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(operation),
  });
  return { status: response.status, body: (await response.json()) as Answer<Data>['body'] };
}
