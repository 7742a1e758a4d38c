import { expect } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { request, type ClientRequest } from 'node:http';
import { join } from 'node:path';
import type { LevelServer, NodeDatabase } from '@onenx/node';
import { archive } from './archive.js';
import { rest, type RestAnswer } from './rest.js';
import { workbook } from '../../subgraphs/node/src/import/write/workbook.js';

export const TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
} as const;

export const STREET = '310105001000';
/** A record to which files are attached. */
export const RECORD = `${STREET}-T-00`;

/** What an upload says; what is left out is that of a valid one. */
export interface Upload {
  readonly record?: string;
  readonly filename?: string;
  readonly type?: string;
  readonly headers?: Record<string, string>;
}

/** A small file of each format that may be attached. */
export async function samples(): Promise<Record<keyof typeof TYPES, Buffer>> {
  return {
    pdf: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<< >>\nendobj\n%%EOF\n', 'latin1'),
    png: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0xff, 0xd9]),
    xlsx: await workbook([{ title: '示例', rows: [['编号'], ['1']] }]),
    docx: archive('word/document.xml', Buffer.from('<w:document/>')),
    txt: Buffer.from('示例会议记录\r\n'),
  };
}

export async function post(server: Pick<LevelServer, 'url'>, body: Buffer, upload: Upload = {}): Promise<RestAnswer> {
  const { headers, type = TYPES.pdf } = upload;
  return rest(server, pathOf(upload), {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': type, ...headers },
  });
}

function pathOf({ record = RECORD, filename = 'minutes.pdf' }: Upload): string {
  return `/attachments/${encodeURIComponent(record)}?filename=${encodeURIComponent(filename)}`;
}

/** An upload that is only begun. */
export function begin({ url }: Pick<LevelServer, 'url'>, headers: Record<string, string> = {}): ClientRequest {
  const all = { 'content-type': TYPES.pdf, ...headers };
  return request(new URL(pathOf({}), url), { method: 'POST', headers: all }).on('error', () => {});
}

/** Attaches one file after the other and notes what was acknowledged, until the server is gone. */
export async function sendUntilGone(server: Pick<LevelServer, 'url'>, acknowledged: Set<string>): Promise<void> {
  for (;;) {
    const body = Buffer.concat([Buffer.from('%PDF-'), randomBytes(300_000)]);
    const answer = await post(server, body).catch(() => null);
    if (answer === null) return;
    expect(answer.status).toBe(201);
    acknowledged.add(String(answer.json['sha256']));
  }
}

/** Every file that has its name of a hash has that hash, every listed one is there, every acknowledged one is listed. */
export async function expectWhole(
  database: NodeDatabase,
  { directory, acknowledged }: { directory: string; acknowledged: ReadonlySet<string> },
): Promise<void> {
  const names = (await readdir(directory)).filter((name) => !name.startsWith('.uploading-'));
  for (const name of names) {
    const bytes = await readFile(join(directory, name));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(name);
  }
  const rows = await database.query<{ sha256: string }>({ text: 'SELECT "sha256" FROM "attachment"', params: [] });
  const known = rows.map(({ sha256 }) => sha256);
  expect(names).toEqual(expect.arrayContaining(known));
  expect(known).toEqual(expect.arrayContaining([...acknowledged]));
}
