import { describe, expect, test } from '@jest/globals';
import { addMonths, type RecordValues, type RuleInput } from '@onenx/schema';
import fc from 'fast-check';
import { levelNames } from '../level-names.js';
import { placeLeft, survivalDue } from './incubation-rules.js';
import { incubationWork } from './incubation-work.js';

const MONTHS: Readonly<Record<string, number>> = { 'incubation.term.months': 24, 'incubation.survival.months': 12 };

function asked(after: RecordValues, more: Partial<RuleInput> = {}): RuleInput {
  const parameter = (name: string) => MONTHS[name] ?? NaN;
  return { before: null, after, today: '2026-02-28', related: {}, parameter, ...more };
}

describe.each(['DISTRICT', 'STREET'] as const)('an incubation of the %s', (level) => {
  const { prefix } = levelNames[level];
  const action = (verb: string, what = 'Incubation') => incubationWork(level).actions[`${verb}${prefix}${what}`];

  test('stays for the term unless a day is named, and is looked at again a time after it graduated', () => {
    expect(action('start')?.sets?.(asked({ stayUntil: null }))).toEqual({ stayUntil: '2028-02-28' });
    expect(action('start')?.sets?.(asked({ stayUntil: '2026-12-31' }))).toEqual({ stayUntil: '2026-12-31' });
    expect(action('graduate')?.sets?.(asked({}))).toEqual({ survivalDueAt: '2027-02-28' });
  });

  test('begins where the base is open and has a place left for it', () => {
    const after = { incubationNo: 'I1', baseNo: 'B1' };
    const refused = (capacity: number | null, staying: number, status = 'ACTIVE'): boolean => {
      const tenants = Array.from({ length: staying }, (_, i) => ({
        incubationNo: `T${i}`,
        incubationStatus: 'INCUBATING',
      }));
      const gone = { incubationNo: 'T', incubationStatus: 'GRADUATED' };
      const itself = { incubationNo: 'I1', incubationStatus: 'INCUBATING' };
      const related = { base: [{ status, capacity }], tenants: [...tenants, gone, itself] };
      return placeLeft(level).check(asked(after, { related })) !== null;
    };
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (capacity, staying) => {
        expect(refused(capacity, staying)).toBe(staying + 1 > capacity);
      }),
    );
    expect([refused(null, 9), refused(9, 0, 'ENDED')]).toEqual([false, true]);
    expect(placeLeft(level).check(asked(after, { related: { base: [], tenants: [] } }))).not.toBeNull();
  });

  test('is looked at on the day that is due and later, not before', () => {
    const { check } = survivalDue(level);
    const on = (today: string) => check(asked({ survivalDueAt: addMonths('2026-02-28', 12) }, { today })) !== null;
    expect([on('2027-02-27'), on('2027-02-28'), on('2027-03-01')]).toEqual([true, false, false]);
    expect(check(asked({ survivalDueAt: null }))).toBeNull();
  });
});
