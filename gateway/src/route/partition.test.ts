import { describe, expect, test } from '@jest/globals';
import { OneNXError } from '@onenx/schema';
import * as fc from 'fast-check';
import { parse } from 'graphql';
import { ownerOf } from './owners.js';
import { cursorOf, splitLevel, type Group, type TestEndpoint } from './split-level.test-kit.js';
import { createTopology } from './topology.js';

const [HUAYANG, BEIXINJING] = ['310105001', '310105009'];
const SPLIT = ['310105', HUAYANG, BEIXINJING];
const group = (id: string, uscc = id, name: string | null = id): Group => ({ id, uscc, name });
const error = (code: string, path: (string | number)[], message: unknown = expect.any(String)) => ({
  message,
  path,
  extensions: { code, category: expect.any(String) },
});

const PAGE = `{ nodes { id name } edges { cursor node { id } } totalCount
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const LISTS = `query ($first: Int, $after: String, $last: Int, $before: String) {
  groupList(under: "310105", first: $first, after: $after, last: $last, before: $before) ${PAGE} }
  street(code: "310105") { page: groups(first: $first, after: $after, last: $last, before: $before) ${PAGE} } }
}`;

describe('the pages of lists that several endpoints keep', () => {
  const records = fc
    .array(fc.record({ name: fc.option(fc.constantFrom('a', 'ab', 'b', 'B')), home: fc.nat(2) }), {
      maxLength: 45,
      size: 'max',
    })
    .map((all) => all.map(({ name, home }, i) => ({ home, group: group(`${i % 5}-${i}`, `${i}`, name) })));
  const size = fc.nat(30);
  const sizes = fc.oneof(
    size.map((first) => ({ first })),
    size.map((last) => ({ last })),
    fc.constant({}),
  );
  const cursors = fc.record({ after: fc.option(fc.nat()), before: fc.option(fc.nat()) });

  test('are those of one endpoint, forwards and backwards, with the same page info', async () => {
    await fc.assert(
      fc.asyncProperty(records, sizes, cursors, async (all, asked, { after, before }) => {
        const at = (index: number | null) =>
          index === null || all.length === 0 ? null : cursorOf(all[index % all.length]?.group ?? group(''));
        const variables = { ...asked, after: at(after), before: at(before) };
        const whole = splitLevel([{ codes: '310105', groups: all.map((one) => one.group) }]);
        const split = splitLevel(
          SPLIT.map((codes, i) => ({ codes, groups: all.filter(({ home }) => home === i).map((one) => one.group) })),
        );
        const expected = await whole.ask(LISTS, variables);
        expect(expected.errors).toBeUndefined();
        expect(JSON.stringify(await split.ask(LISTS, variables))).toBe(JSON.stringify(expected));
      }),
    );
  });

  const known = [group('1'), group('2'), group('3')];
  const part = (codes: string, groups: Group[], rest: Partial<TestEndpoint> = {}) => ({ codes, groups, ...rest });
  const LAST = `{ groupList(under: "310105", last: 2) ${PAGE} coverage { expected answered complete missing { code reason } } } }`;

  test('hold what is known where an endpoint is silent, and say whose records they lack', async () => {
    const { ask } = splitLevel([part('310105', known), part(BEIXINJING, [group('0')], { isSilent: true })]);
    const { data, errors } = await ask(LAST);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      groupList: {
        nodes: [{ id: '2' }, { id: '3' }],
        totalCount: null,
        pageInfo: { hasNextPage: false, hasPreviousPage: true },
        coverage: {
          expected: 2,
          answered: 1,
          complete: false,
          missing: [{ code: '310105009000', reason: 'TIMEOUT' }],
        },
      },
    });
  });

  test('are empty where every endpoint is silent, read backwards too', async () => {
    const { ask } = splitLevel(SPLIT.map((codes) => part(codes, known, { isSilent: true })));
    const { data } = await ask(LAST);
    const nothing = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    expect(data).toMatchObject({ groupList: { nodes: [], edges: [], totalCount: null, pageInfo: nothing } });
  });

  test('are null with one error where an endpoint fails: no total is given of the others', async () => {
    const broken = { isBroken: true };
    const one = splitLevel([part('310105', known), part(BEIXINJING, known, broken)]);
    const both = splitLevel([part('310105', known, broken), part(BEIXINJING, known, broken)]);
    for (const { ask } of [one, both]) {
      expect(await ask(LAST)).toEqual({ data: { groupList: null }, errors: [error('LEVEL_FAULT', ['groupList'])] });
    }
  });
});

describe('a key that names no place', () => {
  const suppliers = '{ suppliers { uscc id name } }';
  const at = (...groups: Group[][]) => splitLevel(groups.map((own, i) => ({ codes: SPLIT[i] ?? '', groups: own })));

  test('is asked of every endpoint: one answer is the answer, none is null', async () => {
    const { ask, asked } = at([group('1', 'S1')], [group('2', 'S2')], []);
    expect(await ask(suppliers)).toEqual({
      data: { suppliers: [{ uscc: 'S1', id: '1', name: '1' }, { uscc: 'S2', id: '2', name: '2' }, null] },
    });
    expect(asked.sort()).toEqual(SPLIT);
    expect(await ask('{ a: group(uscc: "S1") { id } b: group(uscc: "S3") { id } }')).toEqual({
      data: { a: { id: '1' }, b: null },
    });
  });

  test('with two answers is an error at the path of the record, and the two are never mixed', async () => {
    const { ask } = at([group('1', 'S1'), group('3', 'S2')], [group('2', 'S2', null)], []);
    const told = 'More than one node keeps Group; which one owns it cannot be told.';
    const ambiguous = (path: (string | number)[]) => error('AMBIGUOUS_OWNER', path, expect.stringContaining(told));
    const { data, errors } = await ask(suppliers);
    expect(data).toMatchObject({ suppliers: [{ id: '1' }, null, null] });
    expect(errors).toEqual([ambiguous(['suppliers', 1])]);
    expect(await ask('{ one: group(uscc: "S2") { id name } }')).toEqual({
      data: { one: null },
      errors: [ambiguous(['one'])],
    });
  });

  test('is answered by the endpoint that has it, though another is silent', async () => {
    const { ask } = splitLevel([
      { codes: '310105', groups: [group('1', 'S1')] },
      { codes: BEIXINJING, groups: [], isSilent: true },
    ]);
    expect(await ask('{ suppliers { id name } }')).toMatchObject({
      data: { suppliers: [{ id: '1', name: '1' }, null, null] },
    });
  });

  test('may be a credit code of digits alone: it is no place', async () => {
    const uscc = '310105001000123456';
    const { ask, asked } = at([], [], [group(uscc, uscc)]);
    expect(await ask(`{ groupById(id: "${uscc}") { name } }`)).toEqual({ data: { groupById: { name: uscc } } });
    expect(asked.sort()).toEqual(SPLIT);
  });
});

describe('an id', () => {
  const OLD = '310105003000';

  test('goes to the endpoint of the code with which it begins, and to no other', async () => {
    const id = '310105009000-G-1';
    const { ask, asked } = splitLevel(SPLIT.map((codes) => ({ codes, groups: [group(id)] })));
    expect(await ask(`{ byIds(ids: ["${id}"]) { name } }`)).toEqual({ data: { byIds: [{ name: id }] } });
    expect(asked).toEqual([BEIXINJING]);
  });

  test.each([
    ['the code itself', '310105'],
    ['its successor', BEIXINJING],
  ])('of a place that ended goes to whoever keeps the code, and its successor: found with %s', async (_, home) => {
    const id = `${OLD}-G-1`;
    const groups = (codes: string) => (codes === home ? [group(id)] : []);
    const { ask, asked } = splitLevel(
      SPLIT.map((codes) => ({ codes, groups: groups(codes) })),
      { [OLD]: ['310105009000'] },
    );
    expect(await ask(`{ byIds(ids: ["${id}"]) { name } groupById(id: "${id}") { id } }`)).toEqual({
      data: { byIds: [{ name: id }], groupById: { id } },
    });
    expect([...new Set(asked)].sort()).toEqual(['310105', BEIXINJING]);
  });
});

describe('a mutation', () => {
  const level = (split = SPLIT) => splitLevel(split.map((codes) => ({ codes, groups: [] })));

  test.each([
    ['by the place of its input', 'saveGroup(input: { place: "310105009", name: "x" })', BEIXINJING],
    [
      'by the place of its input, which has no server of its own',
      'saveGroup(input: { place: "310105002", name: "x" })',
      '310105',
    ],
    ['by the wider place itself, not by those within it', 'saveGroup(input: { place: "310105", name: "x" })', '310105'],
    ['by the id of its input', 'saveGroup(input: { id: "310105001000-G-1", place: "310105009", name: "x" })', HUAYANG],
    ['by an id', 'renameGroup(id: "310105001000-G-1", name: "x")', HUAYANG],
  ])('goes to exactly one owner, %s', async (_, field, owner) => {
    const { ask, asked } = level();
    expect(await ask(`mutation { written: ${field} }`)).toEqual({ data: { written: [owner] } });
    expect(asked).toEqual([owner]);
  });

  test('that names no owner is refused, and nobody is asked', async () => {
    const { ask, asked } = level();
    expect((await ask('mutation { tidy }')).errors).toMatchObject([{ extensions: { code: 'AMBIGUOUS_OWNER' } }]);
    const elsewhere = 'mutation { saveGroup(input: { place: "310106", name: "x" }) }';
    expect((await ask(elsewhere)).errors).toMatchObject([{ extensions: { code: 'LEVEL_SILENT' } }]);
    expect(asked).toEqual([]);
  });

  test.each([
    ['of two nodes', '{ a: renameGroup(id: "310105001000-G-1") b: renameGroup(id: $id) }', 'AMBIGUOUS_OWNER'],
    ['a batch of two nodes', '{ save(inputs: [{ id: $id }, { place: "310105001" }]) { ok } }', 'AMBIGUOUS_OWNER'],
    ['a batch of one node', '{ save(inputs: [{ id: $id }, { place: "310105009001" }]) { ok } }', BEIXINJING],
    ['a batch of nothing', '{ save(inputs: []) { ok } }', '310105,-310105001,-310105009'],
    ['a batch with an item of no place', '{ save(inputs: [{ id: $id }, {}]) { ok } }', 'AMBIGUOUS_OWNER'],
    ['of one node', '{ a: renameGroup(id: "310105009002-G-1") b: renameGroup(id: $id) }', BEIXINJING],
  ])('of several records goes where all of them belong, or nowhere: %s', (_, fields, expected) => {
    const configs = SPLIT.map((codes) => ({ level: 'STREET' as const, url: `http://${codes}/`, codes }));
    const topology = createTopology(configs, () => async () => ({}));
    const operation = `mutation ($id: ID!) ${fields}`;
    const fetch = { service: 'street', operation, kind: 'mutation' as const, document: () => parse(operation) };
    const variables = { id: '310105009000-G-1' };
    const owner = (): string => {
      try {
        return ownerOf({ fetch, variables, level: 'STREET', topology, heirsOf: () => [] }).codes;
      } catch (error) {
        return error instanceof OneNXError ? error.code : String(error);
      }
    };
    expect(owner()).toBe(expected);
  });

  test('goes to the only endpoint that there is', async () => {
    expect(await level(['310105']).ask('mutation { tidy }')).toEqual({ data: { tidy: ['310105'] } });
  });
});
