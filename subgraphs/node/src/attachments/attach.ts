import { OneNXError } from '@onenx/schema';
import { randomUUID } from 'node:crypto';
import type { Exchange } from '../server/rest/exchange.js';
import { formatOfBody } from '../server/rest/format-of-body.js';
import { sendJson } from '../server/rest/tell-error.js';
import { expectSaver, recordHere } from './attachment-access.js';
import { MOST_ATTACHMENT_BYTES, type AttachmentStore, type Received } from './attachment-store.js';
import { insertAttachment, sameAttachment, type Attachment } from './attachment-table.js';
import { presentAttachment } from './attachment.types.js';
import { detectFormat } from './detect-format.js';
import { readFilename } from './filename.js';
import { ATTACHMENT_TYPES, type AttachmentFormat } from './formats.js';

/**
 * Attaches a body to a record. All that can be refused without it is refused before it is read; it is listed once it lies
 * whole on the disk. The same content under the same name is the same attachment: 201 for a new one, 200 for a known one.
 */
export async function attach(exchange: Exchange, store: AttachmentStore): Promise<void> {
  const { request, response, path, query, context } = exchange;
  store.expectDirectory();
  const record = await recordHere(path[1] ?? '', context);
  const createdBy = expectSaver(record, context);
  const format = formatOfBody(request, ATTACHMENT_TYPES);
  const filename = readFilename(query, format);
  await using received = await store.receive(request);
  await expectContent(received, format);
  const { database } = context.services;
  const { attachment, isNew } = await database.write(async (em) => {
    const asked: Attachment = {
      id: randomUUID(),
      recordId: record.id,
      place: record.place,
      filename,
      mediaType: ATTACHMENT_TYPES[format],
      bytes: received.bytes,
      sha256: received.sha256,
      createdAt: new Date().toISOString(),
      createdBy,
      endedAt: null,
    };
    const known = await sameAttachment(database, em, asked);
    // Also for a known one: this file is whole, and that one may be damaged.
    await store.keep(received);
    if (known === undefined) await insertAttachment(database, em, asked);
    return { attachment: known ?? asked, isNew: known === undefined };
  });
  const shown = presentAttachment(attachment);
  response.setHeader('location', shown.url);
  sendJson(response, isNew ? 201 : 200, shown);
}

/** @throws ARGUMENT_INVALID for nothing, MEDIA_TYPE_UNSUPPORTED where the bytes are not what the request says */
async function expectContent({ file, bytes }: Received, format: AttachmentFormat): Promise<void> {
  if (bytes === 0) {
    throw new OneNXError('ARGUMENT_INVALID', {
      argument: 'body',
      found: '0 B',
      expected: `1–${MOST_ATTACHMENT_BYTES} B`,
    });
  }
  const detected = await detectFormat(file);
  if (detected === format) return;
  const found = detected === null ? '?' : ATTACHMENT_TYPES[detected];
  throw new OneNXError('MEDIA_TYPE_UNSUPPORTED', { found, expected: ATTACHMENT_TYPES[format] });
}
