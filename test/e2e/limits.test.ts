import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { temporaryFiles } from '../kit/files.js';
import { runOnenx } from '../kit/onenx.js';
import { ServerProcess } from '../kit/server-process.js';
import { VIEW, VIEW_FRAGMENTS } from '../kit/view.js';

const SUPERGRAPH = join(import.meta.dirname, '..', '..', 'schema', 'sdl', 'supergraph.graphql');

const file = temporaryFiles();

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/** Asks `onenx gateway` over our supergraph, its subgraphs at addresses where nobody is: what it refuses, it refuses alone. */
async function ask(words: readonly string[], questions: readonly object[]): Promise<Answer[]> {
  const sdl = (await readFile(SUPERGRAPH, 'utf8')).replaceAll(/url: "http:\/\/\w+"/g, 'url: "http://127.0.0.1:1"');
  const supergraph = await file('supergraph.graphql', sdl);
  const server = await ServerProcess.start(['gateway', '--supergraph', supergraph, '--port', '0', ...words]);
  try {
    const answers: Answer[] = [];
    for (const question of questions) {
      const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
      const response = await fetch(server.url, { method: 'POST', headers, body: JSON.stringify(question) });
      const { errors } = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
      answers.push({ status: response.status, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message });
    }
    return answers;
  } finally {
    await server.kill();
  }
}

const view = { query: `query ($asOf: Date) { ${VIEW} } ${VIEW_FRAGMENTS}` };
const whole = 'coverage { expected answered missing(first: 300) { code name reason } }';
const values = `values { as value numerator denominator ${whole} }`;
const rollup = {
  query: `query ($input: RollupInput!) { rollup(input: $input) { rows { group { value } place { code } ${values} } total { ${values} } ${whole} } }`,
  variables: {
    input: {
      scope: '310105',
      measures: Array.from({ length: 12 }, (_, i) => ({ of: 'groups', as: `m${i}` })),
      by: ['street', 'committee'],
      subtotals: true,
    },
  },
};
// That nobody answers is the sign that a question was taken up.
const takenUp = { status: 200, code: 'LEVEL_SILENT' };

describe('the limits of the gateway', () => {
  test('by default admit the whole view and a wide roll-up five times over', async () => {
    const { stdout } = await runOnenx(['gateway', '--help']);
    const cost = Number(/cost=(\d+)/.exec(stdout)?.[1]);
    const answers = await ask(['--limit', `cost=${cost / 5}`], [view, rollup]);
    expect(answers).toEqual([expect.objectContaining(takenUp), expect.objectContaining(takenUp)]);
  });

  test('are those of the options, and say what was found and what is expected', async () => {
    const list = (first: number) => ({
      query: 'query ($n: Int) { activityTeams(under: "310105009", first: $n) { nodes { id } } }',
      variables: { n: first },
    });
    const questions = [list(200), list(201), list(150), view];
    const answers = await ask(['--limit', 'pageSize=200', '--limit', 'cost=151'], questions);
    expect(answers.map(({ status, code }) => [status, code])).toEqual([
      [400, 'OPERATION_COST'],
      [400, 'PAGE_TOO_LARGE'],
      [200, 'LEVEL_SILENT'],
      [400, 'PAGE_TOO_LARGE'],
    ]);
    expect(answers[0]?.message).toMatch(/ 201 objects .* at most 151 /);
    expect(answers[1]?.message).toMatch(/^"activityTeams" .* 201 entries .*`first`; at most 200 /);
  });

  test('close the introspection on demand alone', async () => {
    const question = { query: '{ __schema { queryType { name } } }' };
    expect(await ask([], [question])).toEqual([{ status: 200 }]);
    expect(await ask(['--no-introspection'], [question])).toEqual([
      expect.objectContaining({ status: 400, code: 'INTROSPECTION_CLOSED' }),
    ]);
  });
});

describe('an option --limit', () => {
  test.each(['start', 'serve', 'gateway'])('is of onenx %s', async (command) => {
    const { stdout } = await runOnenx([command, '--help']);
    expect(stdout).toContain('--limit <name=number>');
    expect(stdout).toContain('--no-introspection');
  });

  test.each([
    ['depht=3', 'depth=N | aliases=N'],
    ['depth', 'depth=N, N ≥ 1'],
    ['depth=0', 'depth=N, N ≥ 1'],
    ['cost=1e3', 'cost=N, N ≥ 1'],
    ['cost=-5', 'cost=N, N ≥ 1'],
    ['cost=5=5', 'cost=N, N ≥ 1'],
    ['toString=5', 'depth=N | aliases=N'],
  ])('%s is refused', async (found, expected) => {
    const { status, stderr } = await runOnenx(['gateway', '--supergraph', SUPERGRAPH, '--limit', found]);
    expect(status).toBe(1);
    expect(stderr).toContain(`The argument "--limit" is ${found}; expected ${expected}`);
    expect(stderr).toContain('[ARGUMENT_INVALID]');
  });
});
