import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readDay } from './read-day.js';

test('reads every day of the calendar in both ways of writing it', () => {
  const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const written = date.toISOString().slice(0, 10);
      expect(readDay(written)).toBe(written);
      expect(readDay(`${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`)).toBe(written);
    }),
  );
});

test.each([
  '2023-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-01-00',
  '2024-04-31',
  '2024-1/2',
  '24-01-02',
  '2024-01-02T00:00',
])('refuses %s', (text) => expect(readDay(text)).toBeNull());
