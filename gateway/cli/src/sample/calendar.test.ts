import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, addMonths, daysBetween, isDay, lastMonths, quarterOf } from './calendar.js';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('adds days and counts them back', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -9999, max: 9999 }), (from, n) => daysBetween(from, addDays(from, n)) === n),
  );
});

test('keeps the day of the month where the other month has it, else takes its last', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2023-03-31', -1)).toBe('2023-02-28');
  expect(addMonths('2025-11-15', 14)).toBe('2027-01-15');
});

test('knows days of the calendar', () => {
  expect(['2024-02-29', '2023-02-29', '2024-2-9', '20240229', ''].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

describe('lastMonths', () => {
  test('ends with the month of the day only when the day is its last', () => {
    expect(lastMonths('2026-11-22', 2)).toEqual([
      { from: '2026-09-01', to: '2026-09-30' },
      { from: '2026-10-01', to: '2026-10-31' },
    ]);
    expect(lastMonths('2026-11-30', 1)).toEqual([{ from: '2026-11-01', to: '2026-11-30' }]);
  });

  test('gives months that follow each other without a gap and have ended', () => {
    fc.assert(
      fc.property(day, (today) => {
        const months = lastMonths(today, 24);
        expect(months).toHaveLength(24);
        months.slice(1).forEach(({ from }, index) => expect(from).toBe(addDays(months[index]?.to ?? '', 1)));
        expect((months.at(-1)?.to ?? '') <= today).toBe(true);
      }),
    );
  });
});

test('puts every day into the quarter that holds it', () => {
  expect(quarterOf('2026-11-22')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  fc.assert(
    fc.property(day, (one) => {
      const { from, to } = quarterOf(one);
      return from <= one && one <= to && daysBetween(from, to) >= 89 && daysBetween(from, to) <= 91;
    }),
  );
});
