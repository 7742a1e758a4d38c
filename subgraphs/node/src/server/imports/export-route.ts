import { exportRecords } from '../../import/export-records.js';
import { kindNamed } from '../../import/kind-named.js';
import type { Exchange, Route } from '../rest/exchange.js';
import { oneOf } from '../rest/read-query.js';
import { MEDIA_TYPE } from './file-type.js';

/** `GET /export/{kind}`: the records of the places that the request asks about, without personal data. */
export const exportRoute: Route = { method: 'GET', path: '/export/{kind}', answer: sendRecords };

async function sendRecords({ response, path, query, context }: Exchange): Promise<void> {
  const { database, kinds } = context.services;
  const kind = kindNamed(kinds, path[1] ?? '');
  const format = oneOf(query, 'format', ['csv', 'ndjson', 'xlsx']);
  const language = oneOf(query, 'language', ['names', 'zh', 'en']);
  response.setHeader('content-type', MEDIA_TYPE[format]);
  response.setHeader('content-disposition', `attachment; filename="${kind.name}.${format}"`);
  response.setHeader('x-content-type-options', 'nosniff');
  await exportRecords({ database, kind, out: response, language, format, codes: context.codes });
  response.end();
}
