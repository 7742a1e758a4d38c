import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { undescribed } from '../kit/undescribed.js';

const SDL = join(import.meta.dirname, '..', '..', 'schema', 'sdl');
const documents = globSync('**/*.graphql', { cwd: SDL }).sort();

test('there is a document of each level, of the hub and of all together', () => {
  const levels = ['committee', 'district', 'street'].map((level) => `${level}.graphql`);
  const all = [...levels, ...levels.map((file) => join('contracts', file)), 'hub.graphql', 'supergraph.graphql'];
  expect(documents).toEqual(all.sort());
});

test.each(documents)('%s says of everything what it is, with the Chinese term', (file) => {
  expect(undescribed(readFileSync(join(SDL, file), 'utf8'))).toEqual([]);
});

describe('what is not described is found', () => {
  const described = `
    "队" type Team implements Named @key(fields: "id") { "号" id("如何" how: How = PLAIN): ID! }
    "有名" interface Named { "号" id: ID! }
    "如何" enum How { "平" PLAIN }
    "问" input Asked { "如何" how: How = PLAIN }
    "日" scalar Day
    "任一" union Any = Team
    "标" directive @mark("号" id: ID) on OBJECT
    extend type Team { "名" name: String }
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
    directive @link(url: String) on SCHEMA
    scalar join__FieldSet
    scalar _Any`;

  test('nothing, where everything is', () => {
    expect(undescribed(described)).toEqual([]);
  });

  test.each([
    ['队', 'Team'],
    ['问', 'Asked'],
    ['日', 'Day'],
    ['任一', 'Any'],
    ['有名', 'Named'],
    ['平', 'How.PLAIN'],
    ['名', 'Team.name'],
    ['标', 'mark'],
  ])('without "%s" %s is named, and with an English word alone', (word, at) => {
    expect(undescribed(described.replace(`"${word}"`, ''))).toEqual([{ at, found: null }]);
    expect(undescribed(described.replace(`"${word}"`, '"word"'))).toEqual([{ at, found: 'word' }]);
  });

  test.each([
    ['"号" id(', 'id(', 'Team.id'],
    ['("如何" how', '(how', 'Team.id.how'],
    ['{ "如何" how', '{ how', 'Asked.how'],
    ['("号" id: ID)', '(id: ID)', 'mark.id'],
  ])('without the description in %s', (found, bare, at) => {
    expect(undescribed(described.replace(found, bare))).toEqual([{ at, found: null }]);
  });
});
