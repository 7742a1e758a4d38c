import { expect, test } from '@jest/globals';
import { answerType } from './media-type.js';

const newer = 'application/graphql-response+json';
test.each([
  [undefined, 'application/json'],
  ['*/*', 'application/json'],
  [newer, newer],
  [`application/json, ${newer}`, 'application/json'],
  [`application/json;q=0.9, ${newer}; charset=UTF-8`, newer],
  [`${newer};q=0, application/json`, 'application/json'],
  ['text/html, application/xhtml+xml', undefined],
  ['application/json; charset=latin1', undefined],
])('%s is answered with %s', (accept, type) => {
  expect(answerType(accept)).toBe(type);
});
