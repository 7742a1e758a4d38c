import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseRequestParams } from 'graphql-http';
import { readParameters } from './parameters.js';

const url = '/graphql';
const part = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.constant('{ unit }'),
  fc.constant(''),
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(fc.constantFrom('a', 'status', '__proto__', 'constructor'), fc.jsonValue({ maxDepth: 1 })),
);
const body = fc.record({ query: part, operationName: part, variables: part, extensions: part, status: part });
const contentType = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'APPLICATION/JSON',
  'application/json; charset=latin1',
  'application/jsonp',
  'text/plain',
  '',
);
const method = fc.constantFrom('POST', 'POST', 'POST', 'PUT', 'DELETE', 'HEAD');

interface Judged {
  readonly refused?: true;
  readonly read?: unknown;
  readonly status?: number;
}

/** graphql-http's own judgement of the same request. */
async function judgement(request: Parameters<typeof parseRequestParams>[0]): Promise<Judged> {
  try {
    const read = await parseRequestParams(request);
    if (!Array.isArray(read)) return { read: JSON.parse(JSON.stringify(read)) as unknown };
    return { status: (read as readonly [unknown, { status: number }])[1].status };
  } catch {
    return { refused: true };
  }
}

async function ours(request: Parameters<typeof readParameters>[0]): Promise<Judged> {
  try {
    const read = await readParameters(request);
    return 'status' in read ? { status: read.status } : { read: JSON.parse(JSON.stringify(read)) as unknown };
  } catch {
    return { refused: true };
  }
}

test('a request is read as graphql-http reads it, whichever way it takes', async () => {
  await fc.assert(
    fc.asyncProperty(method, contentType, body, async (asked, type, parts) => {
      // What graphql-http does not know, a persisted query in place of a text, has tests of its own.
      fc.pre(parts.query != null || parts.extensions == null);
      const request = { method: asked, url, headers: { 'content-type': type }, body: JSON.stringify(parts) };
      expect(await ours(request)).toEqual(await judgement({ ...request, raw: request, context: undefined }));
    }),
    { numRuns: 500 },
  );
});
