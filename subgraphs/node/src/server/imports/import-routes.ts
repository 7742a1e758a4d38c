import { stat } from 'node:fs/promises';
import { kindNamed } from '../../import/kind-named.js';
import type { ImportSummary } from '../../import/import-summary.js';
import { PARAMETERS } from '../../parameters/import-parameters.js';
import type { ParameterBook } from '../../parameters/parameter-book.js';
import { templateFile } from '../../import/template-file.js';
import type { Exchange, Route } from '../rest/exchange.js';
import { formatOfBody } from '../rest/format-of-body.js';
import { oneOf } from '../rest/read-query.js';
import { spool } from '../rest/spool.js';
import { sendJson } from '../rest/tell-error.js';
import { MEDIA_TYPE } from './file-type.js';
import { summaryOf } from './import-job.js';
import type { ImportJobs } from './import-jobs.js';
import { importTarget } from './import-target.js';

/** The largest body of an import. */
const MOST_IMPORT_BYTES = 512 * 1024 * 1024;

interface ImportServices {
  readonly jobs: ImportJobs;
  readonly book: ParameterBook;
}

/** `POST /import/{kind}` takes a file in, `GET /import/{kind}` gives its template, `GET /imports/{id}` tells how far one is. */
export function importRoutes(services: ImportServices): readonly Route[] {
  const { jobs } = services;
  return [
    { method: 'POST', path: '/import/{kind}', answer: async (exchange) => importFile(exchange, services) },
    { method: 'GET', path: '/import/{kind}', answer: sendTemplate },
    {
      method: 'GET',
      path: '/imports/{id}',
      answer: async ({ response, path, context }) =>
        sendJson(response, 200, jobs.get(path[1] ?? '').view(context.language)),
    },
  ];
}

/** Everything that can be refused is, before the body is read. */
async function importFile(exchange: Exchange, { jobs, book }: ImportServices): Promise<void> {
  const { request, response, query, context } = exchange;
  const { kind, source, importOf } = importTarget(exchange, book);
  const waits = oneOf(query, 'wait', ['true', 'false']) === 'true';
  const format = formatOfBody(request, MEDIA_TYPE);
  jobs.expectRoom();
  const { file, remove } = await spool(request, { name: `rows.${format}`, maxBytes: MOST_IMPORT_BYTES });
  let started: ReturnType<ImportJobs['start']>;
  try {
    const { size: bytes } = await stat(file);
    started = jobs.start({ kind, source, bytes, run: importOf(file) });
  } catch (error) {
    await remove();
    throw error;
  }
  const { job } = started;
  const over = started.over.then(remove);
  response.setHeader('location', `/imports/${job.id}`);
  if (!waits) return sendJson(response, 202, job.view(context.language));
  await over;
  if (job.summary === null) throw job.error;
  sendJson(response, statusOf(job.summary), { id: job.id, ...summaryOf(job.summary) });
}

/** 200: all landed; 207: some rows were refused; 422: none landed. */
function statusOf({ rejected, inserted, updated, unchanged }: ImportSummary): number {
  if (rejected === 0) return 200;
  return inserted + updated + unchanged > 0 ? 207 : 422;
}

async function sendTemplate({ response, path, query, context }: Exchange): Promise<void> {
  const name = path[1] ?? '';
  const of = name === PARAMETERS ? name : kindNamed(context.services.kinds, name, [PARAMETERS]);
  const format = oneOf(query, 'format', ['csv', 'xlsx']);
  const file = await templateFile(of, { format, language: oneOf(query, 'language', ['zh', 'en', 'names']) });
  response.writeHead(200, {
    'content-type': MEDIA_TYPE[format],
    'content-disposition': `attachment; filename="${typeof of === 'string' ? of : of.name}-template.${format}"`,
    'x-content-type-options': 'nosniff',
  });
  response.end(file);
}
