import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../rollup/small-world.test-kit.js';
import { Catalogue } from './catalogue.js';
import { derivedMeasures } from './derived.js';
import { nearest } from './nearest.js';

const names = (measure: string) => catalogue.basicsOf(catalogue.measure(measure)).map(({ name }) => name);

describe('the catalogue', () => {
  test('finds what nodes have to count for a measure, through every step of its formula', () => {
    expect(names('teams')).toEqual(['teams']);
    expect(names('teamsPerBody')).toEqual(['teams', 'bodies']);
    expect(names('teamsPerCommittee')).toEqual(['teams']);
    expect(names('committees')).toEqual([]);
    expect(catalogue.ownerLevels(catalogue.measure('everyone'))).toEqual(['DISTRICT', 'STREET']);
  });

  test('answers by places always, by time where a date is counted, by a field where the kind has it', () => {
    const answers = (measure: string) =>
      catalogue
        .basicsOf(catalogue.measure(measure))
        .map((basic) => ['street', 'month', 'topic', 'tier'].map((code) => catalogue.answers(basic, code)));
    expect(answers('teams')).toEqual([[true, false, true, false]]);
    expect(answers('teams.new')).toEqual([[true, true, true, false]]);
    expect(answers('yes')).toEqual([[true, true, false, false]]);
  });

  test('names the nearest of what it does not have', () => {
    expect(() => catalogue.measure('team')).toThrow(
      expect.objectContaining({
        code: 'MEASURE_UNKNOWN',
        params: { found: 'team', nearest: expect.stringMatching(/^teams,/) },
      }),
    );
    expect(() => catalogue.dimension('comittee')).toThrow(
      expect.objectContaining({
        code: 'DIMENSION_UNKNOWN',
        params: { found: 'comittee', nearest: expect.stringMatching(/^committee,/) },
      }),
    );
    expect(() => catalogue.kind('Teem')).toThrow(expect.objectContaining({ code: 'KIND_UNKNOWN' }));
  });

  test('refuses a measure that is defined twice, or made of one that is not there', () => {
    const kinds = [...catalogue.kinds.values()];
    expect(() => Catalogue.of([...kinds, ...kinds], [])).toThrow('defined twice');
    expect(() => Catalogue.of([], derivedMeasures)).toThrow(expect.objectContaining({ code: 'MEASURE_UNKNOWN' }));
  });
});

describe('nearest', () => {
  test('gives up to three names, the fewest changes first, without case', () => {
    expect(nearest('ORGS', ['groups', 'orgs', 'orgs.new', 'teams'])).toBe('orgs, groups, orgs.new');
    expect(nearest('x', [])).toBe('');
    expect(nearest('y'.repeat(1e6), ['a'])).toBe('a');
  });
});
