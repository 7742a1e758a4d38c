import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { shippedParameters } from '@onenx/node';
import { OneNXError, type KindDefinition, type RecordValues, type Rule, type RuleInput } from '@onenx/schema';
import * as fc from 'fast-check';
import { recordValues } from '../kit/random-record.js';
import { allKinds, STREET } from '../kit/records.js';

const TODAY = '2026-06-01';
const shipped = new Set(shippedParameters().all.map(({ name }) => name));

/** All that a kind asks: its rules, and of each action of its work the rules and what follows from it. */
function questionsOf({
  rules = [],
  workflow,
}: KindDefinition): { needs: Rule['needs']; ask: (input: RuleInput) => unknown }[] {
  const actions = Object.values(workflow?.actions ?? {});
  const all = [...rules, ...actions.flatMap((action) => action.rules ?? [])];
  return [
    ...all.map(({ needs, check }) => ({ needs, ask: check })),
    ...actions.flatMap(({ needs, sets }) => (sets === undefined ? [] : [{ needs, ask: sets }])),
  ];
}

function relatedTo(needs: Rule['needs']): fc.Arbitrary<Record<string, readonly RecordValues[]>> {
  const found = Object.entries(needs ?? {}).map(([name, { kind }]) => {
    const definition = allKinds.find((one) => one.name === kind);
    return [name, definition === undefined ? fc.constant([]) : fc.array(record(definition), { maxLength: 2 })] as const;
  });
  return fc.record(Object.fromEntries(found));
}

function record(kind: KindDefinition): fc.Arbitrary<RecordValues> {
  return recordValues(kind).map((values) => ({ ...values, place: STREET, state: 'SUBMITTED', version: 1 }));
}

test('every parameter that a rule or a workflow asks for is shipped, with place and day', () => {
  const asked = new Set<string>();
  const parameter = (name: string): number => {
    asked.add(name);
    return shippedParameters().value(name, STREET, TODAY);
  };
  const missing = new Set<string>();
  for (const kind of allKinds) {
    for (const { needs, ask } of questionsOf(kind)) {
      const input = fc.record({ before: fc.option(record(kind)), after: record(kind), related: relatedTo(needs) });
      for (const one of fc.sample(input, 150)) {
        try {
          ask({ ...one, today: TODAY, parameter });
        } catch (error) {
          // A rule may stumble over values that no form lets through; what it asked for counts all the same.
          if (error instanceof OneNXError && error.code === 'PARAMETER_UNKNOWN')
            missing.add(String(error.params['found']));
        }
      }
    }
  }
  expect([...missing]).toEqual([]);
  expect([...asked].filter((name) => !shipped.has(name))).toEqual([]);
  // Names that are put together, and one of each level: the questions were really asked.
  const known = ['warning.response.days.red', 'org.members.unit.least', 'team.members.least', 'need.answer.days'];
  expect(known.filter((name) => !asked.has(name))).toEqual([]);
});

test('every parameter that the sources name is shipped', async () => {
  const root = join(import.meta.dirname, '..', '..', 'subgraphs');
  const files = (await readdir(root, { recursive: true })).filter((file) =>
    /^[^/]+\/src\/.*(?<!\.test|-kit)\.ts$/.test(file),
  );
  const named = new Map<string, string>();
  for (const file of files) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/\bparameter\(\s*'([^']+)'/g)) named.set(name, file);
  }
  expect(named.size).toBeGreaterThan(10);
  expect([...named].filter(([name]) => !shipped.has(name))).toEqual([]);
});
