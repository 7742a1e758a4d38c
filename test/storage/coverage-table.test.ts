import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '@onenx/cli';
import { LEVELS } from '@onenx/schema';
import { parse } from 'graphql';
import { allKinds } from '../kit/records.js';

const ROOT = join(import.meta.dirname, '..', '..');
/** The systems that the hub has to serve, numbered as the domain's list numbers them. */
const SYSTEMS = 135;

interface Row {
  readonly number: number;
  readonly kinds: readonly string[];
  readonly mutations: readonly string[];
  readonly measures: readonly string[];
  readonly tests: readonly string[];
}

/** The rows of docs/coverage.md: | # | system | kinds | mutations | measures | tests |. */
const rows: readonly Row[] = readFileSync(join(ROOT, 'docs', 'coverage.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\|\s*\d+\s*\|/.test(line))
  .map((line) => {
    const [, number = '', , kinds = '', mutations = '', measures = '', tests = ''] = line.split('|');
    const names = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    return {
      number: Number(number),
      kinds: names(kinds),
      mutations: names(mutations),
      measures: names(measures),
      tests: names(tests),
    };
  });

/** What the levels' servers offer at their roots: changes, and what is asked of them. */
const roots = new Set(
  LEVELS.flatMap((level) => {
    const sdl = readFileSync(join(ROOT, 'schema', 'sdl', 'contracts', `${level.toLowerCase()}.graphql`), 'utf8');
    return parse(sdl).definitions.flatMap((definition) =>
      'fields' in definition && ['Mutation', 'Query'].includes(definition.name?.value ?? '')
        ? (definition.fields ?? []).map(({ name }) => name.value)
        : [],
    );
  }),
);

describe('the table of what serves each system', () => {
  test('has every system once', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: SYSTEMS }, (_, i) => i + 1));
  });

  test.each(rows.map((row) => [row.number, row] as const))('system %d is served by what exists', (_, row) => {
    const known = new Set(allKinds.map(({ name }) => name));
    expect(row.kinds.filter((name) => !known.has(name))).toEqual([]);
    expect(row.mutations.filter((name) => !roots.has(name))).toEqual([]);
    expect(row.measures.filter((name) => !catalogue.measures.has(name))).toEqual([]);
    expect(row.tests.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(row.kinds.length + row.measures.length).toBeGreaterThan(0);
    expect(row.tests.length).toBeGreaterThan(0);
  });
});
