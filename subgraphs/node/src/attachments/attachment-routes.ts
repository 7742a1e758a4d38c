import type { OutgoingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Exchange, Route } from '../server/rest/exchange.js';
import { sendJson } from '../server/rest/tell-error.js';
import { attach } from './attach.js';
import { attachmentHere, expectSaver } from './attachment-access.js';
import type { AttachmentStore } from './attachment-store.js';
import { attachmentById, endAttachment, type Attachment } from './attachment-table.js';
import { presentAttachment } from './attachment.types.js';
import { contentDisposition } from './filename.js';
import { ATTACHMENT_TYPES } from './formats.js';

/** `POST /attachments/{record}` attaches the body to a record, `GET` gives an attachment out, `DELETE` ends it. */
export function attachmentRoutes(store: AttachmentStore): readonly Route[] {
  const one = '/attachments/{id}';
  const send = async (exchange: Exchange): Promise<void> => sendFile(exchange, store);
  return [
    { method: 'POST', path: '/attachments/{record}', answer: async (exchange) => attach(exchange, store) },
    { method: 'GET', path: one, answer: send },
    { method: 'HEAD', path: one, answer: send },
    { method: 'DELETE', path: one, answer: end },
  ];
}

async function sendFile({ request, response, path, context }: Exchange, store: AttachmentStore): Promise<void> {
  const { attachment } = await attachmentHere(path[1] ?? '', context);
  await using file = await store.read(attachment);
  const headers = headersOf(attachment);
  if (request.headers['if-none-match'] === headers['etag']) {
    response.writeHead(304, { etag: headers['etag'] }).end();
    return;
  }
  response.writeHead(200, headers);
  if (request.method === 'HEAD') response.end();
  else await pipeline(file.createReadStream({ autoClose: false }), response);
}

function headersOf({ mediaType, bytes, sha256, filename }: Attachment): OutgoingHttpHeaders {
  return {
    'content-type': mediaType === ATTACHMENT_TYPES.txt ? `${mediaType}; charset=utf-8` : mediaType,
    'content-length': bytes,
    'content-disposition': contentDisposition(filename),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
    etag: `"${sha256}"`,
  };
}

/** Nothing is taken away: an ended attachment stays listed and can be read. */
async function end({ response, path, context }: Exchange): Promise<void> {
  const { attachment, record } = await attachmentHere(path[1] ?? '', context);
  expectSaver(record, context);
  const { database } = context.services;
  const { id } = attachment;
  const ended = await database.write(async (em) => {
    await endAttachment(database, em, { id, moment: new Date().toISOString() });
    return attachmentById(database, id, em);
  });
  sendJson(response, 200, presentAttachment(ended ?? attachment));
}
