import { afterAll, beforeAll, expect } from '@jest/globals';
import { importDivisions, NodeDatabase, startLevelServer, todayInShanghai, type LevelServer } from '@onenx/node';
import { specText } from '@onenx/schema';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { districtKinds } from './kinds.js';

export const DISTRICT = '310105000000';
export const STREETS = ['310105001000', '310105002000', '310105004000'] as const;
export const today = todayInShanghai();

interface Change {
  readonly ok: boolean;
  readonly problems: readonly { readonly rule: { readonly code: string } | null; readonly severity: string }[];
  readonly record: Readonly<Record<string, unknown>> | null;
}

/** An action on the record of an id; `fields` is what is asked of the record after it. */
interface Action {
  readonly id: string;
  readonly fields?: string;
  readonly [taken: string]: unknown;
}

interface Part {
  readonly notSupported: readonly string[];
  readonly rows: readonly { readonly group: readonly (string | null)[]; readonly cells: readonly unknown[] }[];
}

/** A district's server on an embedded database of its own, asked over HTTP as an officer of the district. */
export class ServedDistrict {
  private requests = 0;
  private readonly versions = new Map<string, number>();

  private constructor(
    private readonly server: LevelServer,
    private readonly directory: string,
  ) {}

  static async start(): Promise<ServedDistrict> {
    const directory = await mkdtemp(join(tmpdir(), 'onenx-district-'));
    const location = join(directory, 'node.db');
    const file = join(directory, 'divisions.csv');
    const places = [DISTRICT, ...STREETS].map((code) => `${code},示例${code},2000-01-01,true`);
    await writeFile(file, `code,name,validFrom,synthetic\n${places.join('\n')}\n`);
    const database = await NodeDatabase.open({ location, kinds: districtKinds });
    await importDivisions({ database, file });
    await database.close();
    const options = { level: 'DISTRICT', kinds: districtKinds, database: location, port: 0, owns: '310105' } as const;
    return new ServedDistrict(await startLevelServer(options), directory);
  }

  async close(): Promise<void> {
    await this.server.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Makes a record and answers its id. */
  async save(kind: string, noun: string, record: object, place: string = DISTRICT): Promise<string> {
    const made = await this.change(`save${kind}`, noun, { input: { place, [noun]: record } });
    expect(made).toMatchObject({ ok: true, problems: [] });
    return String(made.record?.['id']);
  }

  async act(action: string, noun: string, { id, fields, ...input }: Action): Promise<Change> {
    return this.change(action, noun, { input: { id, expectedVersion: this.versions.get(id), ...input }, fields });
  }

  /** An action that is done. */
  async done(action: string, noun: string, asked: Action): Promise<NonNullable<Change['record']>> {
    const made = await this.act(action, noun, asked);
    expect({ action, ...made }).toMatchObject({ ok: true });
    return made.record ?? {};
  }

  /** The rules that refuse an action. */
  async refusals(action: string, noun: string, asked: Action): Promise<string[]> {
    const { ok, problems } = await this.act(action, noun, asked);
    expect(ok).toBe(false);
    return problems.filter(({ severity }) => severity === 'ERROR').map(({ rule }) => rule?.code ?? '-');
  }

  /** What the node counts of measures from 2025 until today, by the part contract. */
  async counted(measures: readonly string[], by: readonly string[] = []): Promise<Part['rows']> {
    const spec = specText({ scope: DISTRICT, measures, by, where: null, at: today, from: '2025-01-01', to: today });
    const query = 'query($specs: [String!]!) { parts(specs: $specs) { notSupported rows } }';
    const { parts } = await this.ask<{ parts: Part[] }>(query, { specs: [spec] });
    expect(parts[0]?.notSupported).toEqual([]);
    return parts[0]?.rows ?? [];
  }

  private async change(
    mutation: string,
    noun: string,
    asked: { input: object; fields?: string | undefined },
  ): Promise<Change> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { change: ${mutation}(input: $input) {
      ok record: ${noun} { id version ${asked.fields ?? ''} } problems { severity rule { code } } } }`;
    this.requests += 1;
    const input = { requestId: `r${this.requests}`, ...asked.input };
    const { change } = await this.ask<{ change: Change }>(query, { input });
    if (change.record !== null) this.versions.set(String(change.record['id']), Number(change.record['version']));
    return change;
  }

  private async ask<Data>(query: string, variables: object): Promise<Data> {
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(this.server.url, { method: 'POST', headers, body });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
    expect(errors).toBeUndefined();
    if (data === undefined) throw new Error('no data');
    return data;
  }
}

/** Serves a district for the tests of a file. */
export function servedDistrict(): () => ServedDistrict {
  let served: ServedDistrict | undefined;
  beforeAll(async () => {
    served = await ServedDistrict.start();
  });
  afterAll(async () => served?.close());
  return () => {
    if (served === undefined) throw new Error('the district is not served yet');
    return served;
  };
}
