import { afterEach, expect } from '@jest/globals';
import { startLevelServer, type LevelServer, type NodeDatabase } from '@onenx/node';
import { streetKinds } from '@onenx/street';
import { locationOf, type OpenDatabase } from './databases.js';
import { ask, type LevelAnswer } from './level.js';
import { tree } from './records.js';
import { putTree } from './store.js';

const SHOWN = `id version status state name members filedAt endedAt allowedActions
  history { version recordedAt action actor reason changes { field before after } }`;
const PAYLOAD = `ok team { ${SHOWN} } problems { code severity message field rule { code source confirmed } }
  conflict { base { version name members } current { version name members } fields }`;
const SAVE = `mutation($input: SaveActivityTeamInput!) { change: saveActivityTeam(input: $input) { ${PAYLOAD} } }`;

export interface Payload {
  readonly ok: boolean;
  readonly team: Record<string, unknown> | null;
  readonly problems: readonly Record<string, unknown>[];
  readonly conflict: Record<string, unknown> | null;
}

/** The fields of a team that keeps every rule. */
export const TEAM = {
  teamNo: 'T1',
  name: '示例合唱队',
  category: 'CULTURE_SPORT',
  members: 12,
  leader: '示例甲',
  meetingPlace: '示例活动室',
  meetingTime: '周二上午',
  filedAt: '2026-03-02',
};

interface Started {
  readonly onStatement?: (text: string) => void;
  readonly owns?: string;
}

/** A street's server over an empty database with a tree of places; it is closed after the test. */
export function streetServers(
  open: OpenDatabase,
): (options?: Started) => Promise<LevelServer & { database: NodeDatabase }> {
  const running: LevelServer[] = [];
  afterEach(async () => {
    for (const server of running.splice(0)) await server.close();
  });
  return async ({ onStatement, owns = '310105' } = {}) => {
    const database = await open(streetKinds);
    await putTree(database, tree);
    const options = { level: 'STREET', kinds: streetKinds, database: locationOf(database), port: 0 } as const;
    const server = await startLevelServer({ ...options, owns, onStatement });
    running.push(server);
    return { ...server, database };
  };
}

type Headers = Readonly<Record<string, string>>;

export async function trySave(
  server: Pick<LevelServer, 'url'>,
  input: object,
  headers?: Headers,
): Promise<LevelAnswer> {
  return ask(server, SAVE, { variables: { input }, headers: { 'accept-language': 'en', ...headers } });
}

/** The outcome of saving a team. Nothing of it is an error. */
export async function save(server: Pick<LevelServer, 'url'>, input: object, headers?: Headers): Promise<Payload> {
  return payloadOf(await trySave(server, input, headers));
}

/** The outcome of an action on a team. */
export async function act(
  server: Pick<LevelServer, 'url'>,
  action: string,
  input: object,
  headers?: Headers,
): Promise<Payload> {
  const type = `${action.charAt(0).toUpperCase()}${action.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { change: ${action}(input: $input) { ${PAYLOAD} } }`;
  return payloadOf(
    await ask(server, query, { variables: { input }, headers: { 'accept-language': 'en', ...headers } }),
  );
}

interface Reviewed {
  readonly ok: boolean;
  readonly record: { readonly version: number; readonly state: string } | null;
  readonly problems: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

/** The outcome of a decision of approval. */
export async function review(server: Pick<LevelServer, 'url'>, input: object, headers?: Headers): Promise<Reviewed> {
  const query = `mutation($input: ReviewStreetRecordInput!) { change: reviewStreetRecord(input: $input) {
    ok record { version state } problems { code field } } }`;
  const { data, errors } = await ask(server, query, { variables: { input }, headers });
  expect(errors).toBeUndefined();
  return data?.['change'] as Reviewed;
}

function payloadOf({ data, errors }: LevelAnswer): Payload {
  expect(errors).toBeUndefined();
  return data?.['change'] as Payload;
}

/** Every version of every team is there once: in the history or as it stands, and in the log of changes. */
export async function expectHistoryWhole(database: NodeDatabase): Promise<void> {
  const [found] = await database.query<Record<string, number | string>>({
    text: `SELECT (SELECT COALESCE(SUM("version"), 0) FROM "activity_team") AS "versions",
      (SELECT COUNT(*) FROM "activity_team") + (SELECT COUNT(*) FROM "activity_team_history") AS "kept",
      (SELECT COUNT(*) FROM "change_log") AS "logged"`,
    params: [],
  });
  const versions = Number(found?.['versions']);
  expect({ kept: Number(found?.['kept']), logged: Number(found?.['logged']) }).toEqual({
    kept: versions,
    logged: versions,
  });
}
