import { LEVELS, type Level } from '@onenx/schema';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOnenx } from './onenx.js';
import { csv } from './records.js';
import { ScenarioOfficer } from './scenario-officer.js';
import { ServerProcess } from './server-process.js';

/** The places of the stories, by their published codes: a district, two of its streets, three committees. */
export const CHANGNING = '310105000000';
export const HUAYANG = '310105001000';
export const JIANGSU = '310105002000';
export const HUAYI = '310105001001';
export const HUAER = '310105001002';
export const QISHAN = '310105002002';

const DIVISIONS = [
  { code: CHANGNING, name: '长宁区', parent: null },
  { code: HUAYANG, name: '华阳路街道', parent: CHANGNING },
  { code: JIANGSU, name: '江苏路街道', parent: CHANGNING },
  { code: HUAYI, name: '华一居委会', parent: HUAYANG },
  { code: HUAER, name: '华二居委会', parent: HUAYANG },
  { code: QISHAN, name: '岐山居委会', parent: JIANGSU },
];

interface TransferSeen {
  readonly id: string;
  readonly state: string;
  readonly given: readonly { readonly id: string }[];
  readonly accepted: readonly { readonly id: string }[];
}

type Headers = Readonly<Record<string, string>>;

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly unknown[];
}

/** A real hub on its first day: four processes, a few places, no records. Everything else is done through its API. */
export class ScenarioHub implements AsyncDisposable {
  readonly #processes: ServerProcess[] = [];
  /** The kind and the last version seen of each record, as a client keeps them. */
  readonly seen = new Map<string, { readonly kind: string; readonly version: number }>();

  private constructor(private readonly directory: string) {}

  static async start(): Promise<ScenarioHub> {
    const hub = new ScenarioHub(await mkdtemp(join(tmpdir(), 'onenx-scenario-')));
    try {
      await hub.importFile('divisions', csv(DIVISIONS), ['--valid-from', '2000-01-01']);
      await hub.#serve();
    } catch (error) {
      await hub.close();
      throw error;
    }
    return hub;
  }

  /** Somebody who works with the hub in one role at one place. */
  as(role: string, place: string): ScenarioOfficer {
    return new ScenarioOfficer(this, `${role}@${place}`);
  }

  /** Imports a file at the command line, while the hub serves. @throws unless all of it landed */
  async importFile(kind: string, text: string, more: readonly string[]): Promise<void> {
    const file = join(this.directory, `${kind}.csv`);
    await writeFile(file, text);
    const { status, stdout, stderr } = await runOnenx(['import', kind, file, '--into', this.directory, ...more]);
    if (status !== 0) throw new Error(`import of ${kind}: ${status}\n${stdout}${stderr}`);
  }

  /** One request. @throws with the errors where there are any: a silence or a fault has no place in a story */
  async ask(query: string, variables: object = {}, headers: Headers = {}): Promise<Readonly<Record<string, unknown>>> {
    const response = await fetch(this.#processes.at(-1)?.url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer;
    if (!data || errors !== undefined) throw new Error(`${query}\n${JSON.stringify(errors)}`);
    return data;
  }

  /** Some fields of a record, found by its id alone. */
  async see(id: string, fields: string): Promise<Readonly<Record<string, unknown>> | null> {
    const type = this.seen.get(id)?.kind ?? '';
    const { node } = await this.ask(`query($id: ID!) { node(id: $id) { ... on ${type} { ${fields} } } }`, { id });
    return node as Readonly<Record<string, unknown>> | null;
  }

  /** The transfers with a side at or under a place: records that went on as records of another node. */
  async transfers(under: string): Promise<readonly TransferSeen[]> {
    const fields = 'nodes { id state given { id } accepted { id } }';
    const answer = await this.ask(`query($under: DivisionCode!) { transfers(under: $under) { ${fields} } }`, { under });
    return (answer as { transfers: { nodes: TransferSeen[] } }).transfers.nodes;
  }

  async close(): Promise<void> {
    await Promise.all(this.#processes.map(async (one) => one.kill()));
    await rm(this.directory, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #serve(): Promise<void> {
    const levels = await Promise.all(LEVELS.map(async (level) => this.#serveLevel(level)));
    const addresses = LEVELS.flatMap((level, i) => [`--${level.toLowerCase()}`, levels[i]?.url ?? '']);
    const words = ['serve', ...addresses, '--data', this.directory, '--port', '0'];
    this.#processes.push(await ServerProcess.start(words));
  }

  async #serveLevel(level: Level): Promise<ServerProcess> {
    const name = level.toLowerCase();
    const database = join(this.directory, `${name}.sqlite`);
    const words = ['node', '--level', name, '--database', database, '--owns', '310105', '--port', '0'];
    const server = await ServerProcess.start(words);
    this.#processes.push(server);
    return server;
  }
}
