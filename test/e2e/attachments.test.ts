import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, truncate, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import type { LevelServer, NodeDatabase } from '@onenx/node';
import * as fc from 'fast-check';
import { archive } from '../kit/archive.js';
import {
  begin,
  expectWhole,
  post,
  RECORD,
  samples,
  sendUntilGone,
  STREET,
  TYPES,
  type Upload,
} from '../kit/attachments.js';
import { locationOf, onEachDatabase } from '../kit/databases.js';
import { docBlock } from '../kit/doc-blocks.js';
import { startHub } from '../kit/hub.js';
import { ask, filledLevel, levelServers, type LevelAnswer } from '../kit/level.js';
import { codeOf, rest, type RestAnswer } from '../kit/rest.js';
import { ServerProcess } from '../kit/server-process.js';

const OTHER_RECORD = `${STREET}-T-01`;
const MOST = 20 * 1024 * 1024;
const DOCUMENT = join(import.meta.dirname, '..', '..', 'docs', 'attachments.md');

const OF_THE_CONNECTION = new Set(['date', 'connection', 'keep-alive']);

interface Street {
  readonly server: LevelServer;
  readonly database: NodeDatabase;
  /** Where the files lie. */
  readonly directory: string;
}

type Shown = Readonly<Record<string, unknown>>;

interface Listing {
  readonly activityTeams: {
    readonly nodes: readonly { readonly id: string; readonly attachments: readonly Shown[] }[];
  };
}

onEachDatabase('attachments', (open) => {
  const start = levelServers();
  const directories: string[] = [];
  afterEach(async () => {
    for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true });
  });

  async function temporary(): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), 'onenx-attachments-'));
    directories.push(directory);
    return directory;
  }

  /** The directory is the default one where the database has one. */
  async function street(): Promise<Street> {
    const database = await filledLevel(open, 'STREET');
    const isEmbedded = database.dialect === 'sqlite';
    const directory = isEmbedded ? `${locationOf(database)}.attachments` : await temporary();
    const server = await start(database, 'STREET', '310105', isEmbedded ? undefined : directory);
    return { server, database, directory };
  }

  test('are given out as they were taken in, whatever their bytes and their name', async () => {
    const { server, directory } = await street();
    const content = fc.oneof(
      fc
        .uint8Array({ maxLength: 200_000 })
        .map((bytes) => ['pdf', Buffer.concat([Buffer.from('%PDF-'), bytes])] as const),
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20_000 })
        .filter((text) => !text.startsWith('%PDF-') && !/(?![\t-\r])\p{Cc}/u.test(text))
        .map((text) => ['txt', Buffer.from(text)] as const),
    );
    const stem = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Bidi_Control}/\\]/u.test(text) && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(content, stem, async ([format, bytes], name) => {
        const filename = `${name}.${format}`.trim();
        const posted = await post(server, bytes, { filename, type: TYPES[format] });
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        expect(posted.json).toMatchObject({
          filename: filename.normalize('NFC'),
          bytes: bytes.length,
          sha256,
          mediaType: TYPES[format],
          endedAt: null,
        });
        const got = await rest(server, String(posted.json['url']));
        expect(got.bytes.equals(bytes)).toBe(true);
        expect(nameIn(got)).toBe(filename.normalize('NFC'));
        expect(Object.fromEntries(got.headers)).toMatchObject({
          etag: `"${sha256}"`,
          'content-length': String(bytes.length),
          'content-type': format === 'txt' ? 'text/plain; charset=utf-8' : TYPES[format],
          'x-content-type-options': 'nosniff',
        });
        expect((await readFile(join(directory, sha256))).equals(bytes)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('are of the types that may be attached: the header, the bytes and the name say the same', async () => {
    const { server, database, directory } = await street();
    const files = await samples();
    for (const [said, type] of Object.entries(TYPES)) {
      for (const [is, bytes] of Object.entries(files)) {
        const answer = await post(server, bytes, { type, filename: `示例.${said}` });
        const wanted = said === is ? [201, undefined] : [415, 'MEDIA_TYPE_UNSUPPORTED'];
        expect({ said, is, found: [answer.status, codeOf(answer)] }).toEqual({ said, is, found: wanted });
      }
    }
    expect((await listed(server)).map(({ mediaType }) => mediaType)).toEqual(Object.values(TYPES));
    expect(await readdir(directory)).toHaveLength(Object.keys(files).length);
    expect(await rowsOf(database)).toBe(Object.keys(files).length);
  });

  test('are refused by name, and nothing of them is kept', async () => {
    const { server, database, directory } = await street();
    const { pdf, docx } = await samples();
    const macros = archive('word/vbaProject.bin', Buffer.from('x'));
    const utf16 = Buffer.from('\ufeff示例', 'utf16le');
    const gbk = Buffer.from([0xca, 0xbe, 0xc0, 0xfd]);
    const cases: [string, number, Buffer, Upload][] = [
      ['RECORD_NOT_FOUND', 404, pdf, { record: `${STREET}-T-none` }],
      ['RECORD_NOT_FOUND', 404, pdf, { record: 'nonsense' }],
      ['RECORD_NOT_FOUND', 404, pdf, { headers: { 'x-onenx-codes': '310105002' } }],
      ['ROLE_REQUIRED', 403, pdf, { headers: { 'x-onenx-actor': `ANALYST@${STREET}` } }],
      ['ROLE_REQUIRED', 403, pdf, { headers: { 'x-onenx-actor': 'STREET_OFFICER@310105002000' } }],
      ['ARGUMENT_INVALID', 400, pdf, { headers: { 'x-onenx-actor': 'KING@310105' } }],
      ['CSRF_PREVENTED', 403, pdf, { headers: { origin: 'http://elsewhere.example' } }],
      ['MEDIA_TYPE_UNSUPPORTED', 415, pdf, { type: 'text/html' }],
      ['MEDIA_TYPE_UNSUPPORTED', 415, pdf, { headers: { 'content-encoding': 'gzip' } }],
      ['MEDIA_TYPE_UNSUPPORTED', 415, macros, { type: TYPES.docx, filename: 'a.docx' }],
      ['MEDIA_TYPE_UNSUPPORTED', 415, docx.subarray(0, -30), { type: TYPES.docx, filename: 'a.docx' }],
      ['MEDIA_TYPE_UNSUPPORTED', 415, Buffer.from('MZ\u0000\u0001'), {}],
      ['MEDIA_TYPE_UNSUPPORTED', 415, utf16, { type: TYPES.txt, filename: 'a.txt' }],
      ['MEDIA_TYPE_UNSUPPORTED', 415, gbk, { type: TYPES.txt, filename: 'a.txt' }],
      ['ARGUMENT_INVALID', 400, Buffer.alloc(0), { type: TYPES.txt, filename: 'a.txt' }],
      ...[
        '',
        '../a.pdf',
        'a\\b.pdf',
        'a\nb.pdf',
        'a\u0000.pdf',
        'a\u202e.pdf',
        'a.bat',
        '.pdf',
        `${'x'.repeat(252)}.pdf`,
      ].map((filename): [string, number, Buffer, Upload] => ['ARGUMENT_INVALID', 400, pdf, { filename }]),
    ];
    for (const [code, status, body, upload] of cases) {
      const answer = await post(server, body, upload);
      expect([upload, codeOf(answer), answer.status]).toEqual([upload, code, status]);
      expect(JSON.stringify(answer.json)).not.toContain(directory);
    }
    expect(await filesIn(directory)).toEqual([]);
    expect(await rowsOf(database)).toBe(0);
  });

  test('have at most 20 MiB, as their header says or as they turn out', async () => {
    const { server, directory } = await street();
    const whole = Buffer.alloc(MOST, '%PDF-');
    expect((await post(server, whole)).status).toBe(201);
    const kept = await filesIn(directory);
    for (const isSaid of [true, false]) {
      const sending = begin(server, isSaid ? { 'content-length': String(MOST + 1) } : {});
      // Nothing more is sent than has to be: an end of the connection may overtake the answer where bytes lie unread.
      if (isSaid) sending.flushHeaders();
      else sending.write(Buffer.concat([whole, Buffer.from('x')]));
      const [answer] = (await once(sending, 'response')) as [{ statusCode: number }];
      sending.destroy();
      expect(answer.statusCode).toBe(413);
    }
    await eventually(async () => expect(await filesIn(directory)).toEqual(kept));
  });

  test('whose sender goes away leave nothing', async () => {
    const { server, database, directory } = await street();
    for (let n = 0; n < 10; n += 1) {
      const sending = begin(server);
      const gone = new Promise((resolve) => sending.on('close', resolve));
      sending.write(Buffer.alloc(1 + n * 100_000, '%PDF-'));
      // The first ones go before the server has a file, the others while it writes one.
      if (n > 4) await eventually(async () => expect(await filesIn(directory)).toHaveLength(1));
      sending.destroy();
      await gone;
      await eventually(async () => expect(await filesIn(directory)).toEqual([]));
    }
    expect(await rowsOf(database)).toBe(0);
    expect((await post(server, (await samples()).pdf)).status).toBe(201);
  });

  test('that are sent again are the same, also at the same time', async () => {
    const { server, database, directory } = await street();
    const { pdf } = await samples();
    const answers = await Promise.all(Array.from({ length: 6 }, async () => post(server, pdf)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ json }) => json['id'])).size).toBe(1);
    expect(await rowsOf(database)).toBe(1);
    const others = [await post(server, pdf, { filename: 'b.pdf' }), await post(server, pdf, { record: OTHER_RECORD })];
    expect(others.map(({ status }) => status)).toEqual([201, 201]);
    expect(await rowsOf(database)).toBe(3);
    expect(await readdir(directory)).toHaveLength(1);
  });

  test('stay listed and readable when they are ended', async () => {
    const { server } = await street();
    const { pdf } = await samples();
    const { json } = await post(server, pdf);
    const url = String(json['url']);
    const refused = await rest(server, url, { method: 'DELETE', headers: { 'x-onenx-actor': `ANALYST@${STREET}` } });
    expect([refused.status, codeOf(refused)]).toEqual([403, 'ROLE_REQUIRED']);
    const ended = await rest(server, url, { method: 'DELETE' });
    expect([ended.status, ended.json]).toMatchObject([200, { ...json, endedAt: expect.any(String) }]);
    expect((await rest(server, url, { method: 'DELETE' })).json).toEqual(ended.json);
    expect((await rest(server, url)).bytes.equals(pdf)).toBe(true);
    const again = await post(server, pdf);
    expect(again.status).toBe(201);
    expect(await listed(server)).toMatchObject([ended.json, again.json]);
  });

  test('are asked for by HEAD and by their ETag without their bytes, and within the codes alone', async () => {
    const { server } = await street();
    const { pdf } = await samples();
    const { json } = await post(server, pdf);
    const url = String(json['url']);
    const [got, head] = [await rest(server, url), await rest(server, url, { method: 'HEAD' })];
    const shown = ({ headers }: RestAnswer) =>
      Object.fromEntries([...headers].filter(([name]) => !OF_THE_CONNECTION.has(name)));
    expect([head.status, head.bytes.length, shown(head)]).toEqual([200, 0, shown(got)]);
    const known = await rest(server, url, { headers: { 'if-none-match': `"${String(json['sha256'])}"` } });
    expect([known.status, known.bytes.length]).toEqual([304, 0]);
    for (const method of ['GET', 'DELETE']) {
      const elsewhere = await rest(server, url, { method, headers: { 'x-onenx-codes': '310105002' } });
      expect([elsewhere.status, codeOf(elsewhere)]).toEqual([404, 'RECORD_NOT_FOUND']);
    }
    expect(codeOf(await rest(server, '/attachments/none'))).toBe('RECORD_NOT_FOUND');
  });

  test('whose file is damaged are an error that names no path, until they are sent again', async () => {
    const { server, directory } = await street();
    const { pdf } = await samples();
    const { json } = await post(server, pdf);
    const [url, file] = [String(json['url']), join(directory, String(json['sha256']))];
    for (const damage of [async () => truncate(file, 10), async () => unlink(file)]) {
      await damage();
      const answer = await rest(server, url, { headers: { 'accept-language': 'en' } });
      expect([answer.status, codeOf(answer)]).toEqual([500, 'ATTACHMENT_DAMAGED']);
      const text = answer.bytes.toString();
      for (const secret of [directory, String(json['sha256']), 'minutes']) expect(text).not.toContain(secret);
      expect((await rest(server, url, { method: 'HEAD' })).status).toBe(500);
      expect((await post(server, pdf)).status).toBe(200);
      expect((await rest(server, url)).bytes.equals(pdf)).toBe(true);
    }
  });

  test('of a killed server are whole or not there, and what it left goes after an hour', async () => {
    const database = await filledLevel(open, 'STREET');
    const directory = await temporary();
    const words = ['node', '--level', 'street', '--owns', '310105', '--database', locationOf(database)];
    const launch = async (): Promise<ServerProcess> => ServerProcess.start([...words, '--attachments', directory]);
    const acknowledged = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      const server = await launch();
      const half = begin(server);
      half.on('error', () => {});
      half.write(Buffer.alloc(500_000, '%PDF-'));
      const sending = sendUntilGone(server, acknowledged);
      const before = acknowledged.size;
      await eventually(async () => expect(acknowledged.size).toBeGreaterThan(before));
      await sleep(Math.random() * 60);
      await server.kill();
      await sending;
      await expectWhole(database, { directory, acknowledged });
    }
    const left = (await readdir(directory)).filter((name) => name.startsWith('.uploading-'));
    expect(left.length).toBeGreaterThanOrEqual(4);
    const hourAgo = new Date(Date.now() - 3_660_000);
    for (const name of left.slice(1)) await utimes(join(directory, name), hourAgo, hourAgo);
    await start(database, 'STREET', '310105', directory);
    expect((await readdir(directory)).filter((name) => name.startsWith('.uploading-'))).toEqual(left.slice(0, 1));
    await expectWhole(database, { directory, acknowledged });
  });

  test('are attached and listed as the document says', async () => {
    const { server } = await street();
    const markdown = await readFile(DOCUMENT, 'utf8');
    const cwd = await temporary();
    const { pdf } = await samples();
    await writeFile(join(cwd, 'minutes.pdf'), pdf);
    const command = docBlock(markdown, 'upload').replace('http://127.0.0.1:4002/', server.url);
    expect(command).toContain(server.url);
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { cwd });
    const nodes = teamsOf(await ask(server, docBlock(markdown, 'listing')));
    expect(nodes.find(({ id }) => id === RECORD)?.attachments).toEqual([JSON.parse(stdout)]);
    expect(nodes.filter(({ attachments }) => attachments.length === 0)).toHaveLength(nodes.length - 1);
  });

  test('need a directory: beside a database server there is none, and all else is served', async () => {
    const database = await filledLevel(open, 'STREET');
    const server = await start(database, 'STREET');
    const answer = await post(server, (await samples()).pdf);
    const isEmbedded = database.dialect === 'sqlite';
    expect([answer.status, codeOf(answer)]).toEqual(isEmbedded ? [201, undefined] : [503, 'ATTACHMENTS_UNAVAILABLE']);
    expect(await listed(server)).toHaveLength(isEmbedded ? 1 : 0);
  });
});

test('an attachment of a record is listed through the gateway', async () => {
  await using hub = await startHub();
  const list = '{ activityTeams(under: "310105", first: 1) { nodes { id attachments { id sha256 url createdAt } } } }';
  const first = async () => (await hub.query<Listing>(list)).body.data?.activityTeams.nodes[0];
  const before = await first();
  expect(before?.attachments).toEqual([]);
  const words = ['--level', 'street', '--owns', '310105', '--database', join(hub.dataDirectory, 'street.sqlite')];
  const owner = await ServerProcess.start(['node', ...words]);
  try {
    const { json } = await post(owner, (await samples()).pdf, { record: before?.id });
    const { id, sha256, url, createdAt } = json;
    expect((await first())?.attachments).toEqual([{ id, sha256, url, createdAt }]);
  } finally {
    await owner.kill();
  }
}, 160_000);

/** The attachments of the record of the tests, through GraphQL. */
async function listed(server: LevelServer): Promise<readonly Shown[]> {
  const fields = 'id filename mediaType bytes sha256 createdAt createdBy endedAt url';
  const query = `{ activityTeams(under: "${STREET}") { nodes { id attachments { ${fields} } } } }`;
  return teamsOf(await ask(server, query)).find(({ id }) => id === RECORD)?.attachments ?? [];
}

function teamsOf({ data, errors }: LevelAnswer): Listing['activityTeams']['nodes'] {
  expect(errors).toBeUndefined();
  return (data as unknown as Listing).activityTeams.nodes;
}

function nameIn({ headers }: RestAnswer): string {
  const said = headers.get('content-disposition') ?? '';
  const [, encoded = ''] =
    /^attachment; filename="[ !#-$&-[\]-~]*"; filename\*=UTF-8''([A-Za-z0-9%!#$&+\-.^_`|~]+)$/.exec(said) ?? [];
  return decodeURIComponent(encoded);
}

async function rowsOf(database: NodeDatabase): Promise<number> {
  const [row] = await database.query<{ n: number | string }>({
    text: 'SELECT COUNT(*) AS "n" FROM "attachment"',
    params: [],
  });
  return Number(row?.n);
}

/** None where there is no directory yet. */
async function filesIn(directory: string): Promise<string[]> {
  return readdir(directory).catch(() => []);
}

async function eventually(check: () => Promise<void>): Promise<void> {
  for (let n = 0; n < 500; n += 1) {
    try {
      return await check();
    } catch {
      await sleep(10);
    }
  }
  await check();
}
