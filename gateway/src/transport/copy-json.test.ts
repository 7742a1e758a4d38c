import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { copyJson } from './copy-json.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
process.stdout.write(`seed of the copies: ${SEED}\n`);

test('a copy is equal and shares no object', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const value = JSON.parse(text) as unknown;
      const copy = copyJson(value);
      expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
      const objects = objectsOf(value);
      for (const object of objectsOf(copy)) expect(objects.has(object)).toBe(false);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('a key named __proto__ is data', () => {
  const copy = copyJson(JSON.parse('{"__proto__":{"a":1},"constructor":2}') as object);
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":1},"constructor":2}');
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
});

function objectsOf(value: unknown, found = new Set<unknown>()): Set<unknown> {
  if (typeof value !== 'object' || value === null) return found;
  found.add(value);
  for (const inner of Object.values(value)) objectsOf(inner, found);
  return found;
}
