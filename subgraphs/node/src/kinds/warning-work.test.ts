import { describe, expect, test } from '@jest/globals';
import type { Level, RecordValues, RuleInput } from '@onenx/schema';
import { levelNames } from './level-names.js';
import { warningWork } from './warning-work.js';

const DAYS: Readonly<Record<string, number>> = { red: 1, orange: 3, yellow: 7, blue: 15 };
const input = (after: RecordValues, before: RecordValues | null = null): RuleInput => ({
  before,
  after,
  today: '2026-06-30',
  related: {},
  parameter: (name) => DAYS[name.replace('warning.response.days.', '')] ?? NaN,
});

describe.each<[Level, readonly string[]]>([
  ['COMMITTEE', ['STREET', 'DISTRICT', 'MUNICIPAL']],
  ['STREET', ['DISTRICT', 'MUNICIPAL']],
  ['DISTRICT', ['MUNICIPAL']],
])('a warning of the %s level', (level, above) => {
  const { actions } = warningWork(level, ['COMMITTEE_WORKER', 'STREET_OFFICER', 'DISTRICT_SUPERVISOR']);
  const { prefix } = levelNames[level];
  const action = (verb: string) => actions[`${verb}${prefix}Warning`];

  test(`goes up to ${above.join(', ')} and no further`, () => {
    let before: RecordValues = { escalatedTo: null };
    const seen: unknown[] = [];
    while (action('escalate')?.rules?.every(({ check }) => check(input(before, before)) === null)) {
      before = { ...before, ...action('escalate')?.sets?.(input(before, before)) };
      seen.push(before['escalatedTo']);
      if (seen.length > 5) break;
    }
    expect(seen).toEqual(above);
  });

  test.each([
    ['RED', '2026-06-01'],
    ['ORANGE', '2026-06-03'],
    ['YELLOW', '2026-06-07'],
    ['BLUE', '2026-06-15'],
  ])('of severity %s raised on 31 May is to be taken up by %s', (severity, respondBy) => {
    const after = { severity, raisedAt: '2026-05-31', handledAt: '2026-06-10' };
    expect(action('handle')?.sets?.(input(after))).toEqual({ respondBy, responseDays: 10 });
  });

  test('that was escalated is taken over by those above alone', () => {
    expect(action('takeOver')?.by).toEqual(['STREET_OFFICER', 'DISTRICT_SUPERVISOR']);
  });
});
