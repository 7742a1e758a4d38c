import { describe, expect, test } from '@jest/globals';
import { applicability, specsOf } from './question.js';
import { question } from './simulate.test-kit.js';
import { catalogue } from './small-world.test-kit.js';

function specs(names: readonly string[], change: Parameters<typeof question>[1] = {}) {
  return specsOf(question(names, change), catalogue).map(({ level, spec }) => [level, spec.by, spec.measures]);
}

describe('a question', () => {
  test('becomes one spec a level and grouping, each measure once, in a fixed order', () => {
    const names = ['membersPerTeam', 'everyone', 'teams', 'bodies'];
    const expected = [
      ['STREET', ['street'], ['teams', 'teams.members']],
      ['DISTRICT', ['street'], ['bodies']],
    ];
    expect(specs(names, { by: ['street'] })).toEqual(expected);
    expect(specs(names.toReversed(), { by: ['street'] })).toEqual(expected.toReversed());
  });

  test('asks for a period only where a flow is asked', () => {
    const [stock, flow] = specsOf(question(['bodies', 'teams.new']), catalogue).map(({ spec }) => [spec.from, spec.to]);
    expect(stock).toEqual([null, null]);
    expect(flow).toEqual(['2024-01-01', '2024-12-31']);
  });

  test('asks the total alone of a measure that cannot be grouped so, and nothing of one that cannot be filtered so', () => {
    const by = { by: ['topic'] };
    expect(specs(['teams', 'yes'], by)).toEqual([
      ['STREET', ['topic'], ['teams']],
      ['COMMITTEE', [], ['yes']],
    ]);
    expect(specs(['teams', 'yes'], { where: { dimension: 'topic', in: ['ART'] } })).toEqual([
      ['STREET', [], ['teams']],
    ]);
  });

  test('that counts places which reach a number asks for each of these places', () => {
    expect(specs(['reaching'])).toEqual([['STREET', ['street'], ['teams']]]);
    expect(specs(['reaching'], { by: ['street'] })).toEqual([['STREET', ['street'], ['teams']]]);
    const applies = (by: readonly string[]) =>
      applicability(question(['reaching'], { by }), catalogue.measure('reaching'), catalogue);
    expect(['street', 'committee', 'topic'].map((code) => applies([code]))).toEqual([
      'GROUPED',
      'TOTAL_ONLY',
      'TOTAL_ONLY',
    ]);
  });
});
