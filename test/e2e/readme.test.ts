import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startHub } from '../kit/hub.js';

test('the query of the README gives the answer of the README', async () => {
  const readme = await readFile(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  const query = /```graphql\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const answer = /```json\n(.*?)```/s.exec(readme)?.[1] ?? '';
  await using hub = await startHub();
  const { status, body } = await hub.query(query);
  expect(status).toBe(200);
  expect(body).toEqual(JSON.parse(answer));
});
