import { describe, expect, test } from '@jest/globals';
import { isAbove, levelLabel, LEVELS } from './level.js';

describe('levels', () => {
  test('have a word in each language', () => {
    expect(LEVELS.map((level) => levelLabel(level, 'zh'))).toEqual(['区', '街镇', '居委']);
    expect(LEVELS.map((level) => levelLabel(level, 'en'))).toEqual(['district', 'street or town', 'committee']);
  });

  test('are above those that follow, never above themselves', () => {
    expect(isAbove('DISTRICT', 'COMMITTEE')).toBe(true);
    expect(isAbove('STREET', 'STREET')).toBe(false);
    expect(isAbove('COMMITTEE', 'STREET')).toBe(false);
  });
});
