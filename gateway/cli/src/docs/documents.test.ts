import { describe, expect, test } from '@jest/globals';
import { LEVELS } from '@onenx/schema';
import { allKinds, kindsOfLevel } from '../levels.js';
import { composeSchemas } from '../schema/compose.js';
import { errorsMarkdown } from './errors-markdown.js';
import { rulesOf } from './kind-rules.js';
import { legalParametersMarkdown } from './legal-parameters-markdown.js';
import { levelMarkdown } from './level-markdown.js';
import { measuresMarkdown } from './measures-markdown.js';
import { rulesMarkdown } from './rules-markdown.js';

const schemas = composeSchemas();
const levels = LEVELS.map((level): [path: string, text: string] => {
  const name = level.toLowerCase();
  const sdl = schemas.get(`contracts/${name}.graphql`) ?? '';
  return [`schema/${name}.md`, levelMarkdown(level, kindsOfLevel[level], sdl)];
});
const documents = new Map([
  ...levels,
  ['rules.md', rulesMarkdown()],
  ['legal-parameters.md', legalParametersMarkdown()],
  ['errors.md', errorsMarkdown()],
  ['measures.md', measuresMarkdown()],
]);

describe.each([...documents])('%s', (path, text) => {
  test('has no heading twice, so that a link says one place', () => {
    const found = headings(text);
    expect(found.filter((heading, i) => found.indexOf(heading) !== i)).toEqual([]);
  });

  test('leads only where something stands', () => {
    const broken = [...text.matchAll(/\]\(([\w./-]*)#([^)]+)\)/g)].filter(([, file = '', heading = '']) => {
      const target = file === '' ? text : documents.get(new URL(file, `file:///${path}`).pathname.slice(1));
      return target === undefined || !headings(target).includes(heading);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test('has as many cells in each row as its table has columns', () => {
    const wrong = text.split('\n\n').flatMap((block) => {
      const [header = '', ...rows] = block.trim().split('\n');
      return header.startsWith('|') ? rows.filter((row) => cells(row) !== cells(header)) : [];
    });
    expect(wrong).toEqual([]);
  });
});

describe.each(LEVELS)('the document of the %s level', (level) => {
  const text = documents.get(`schema/${level.toLowerCase()}.md`) ?? '';

  test.each(kindsOfLevel[level].map((kind) => [kind.name, kind] as const))('says all of %s', (name, kind) => {
    const section = text.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
    const fields = Object.entries(kind.fields).map(([field, { zh, en }]) => `| \`${field}\` | ${zh} | ${en} |`);
    const actions = Object.entries(kind.workflow?.actions ?? {}).flatMap(([action, { zh, en, from, to }]) => [
      `| \`${action}\` | ${zh} | ${en} |`,
      ...from.map((state) => `  ${state} --> ${to ?? state}: ${action}`),
    ]);
    const rules = rulesOf(kind).map(({ rule }) => `| \`${rule.code}\` | ${rule.zh} | ${rule.en} |`);
    const measures = kind.measures.map((measure) => `| \`${measure.name}\` | ${measure.zh} |`);
    const said = [kind.zh, kind.en, `\`${kind.plural}\``, ...fields, ...actions, ...rules, ...measures];
    expect(said.filter((one) => !section.includes(one))).toEqual([]);
  });

  test('names every state of a diagram before it is used', () => {
    const unnamed = [...text.matchAll(/```mermaid\n(.*?)```/gs)].flatMap(([, diagram = '']) => {
      const named = new Set([...diagram.matchAll(/^ {2}state ".+ (\w+)" as \1$/gm)].map(([, state]) => state));
      const used = [...diagram.matchAll(/^ {2}(\S+) --> ([\w[*\]]+)/gm)].flatMap(([, from, to]) => [from, to]);
      return used.filter((state) => state !== '[*]' && !named.has(state));
    });
    expect(unnamed).toEqual([]);
  });
});

test('docs/rules.md has every rule that some mutation asks', () => {
  const asked = allKinds.flatMap(({ rules = [], workflow }) => [
    ...rules,
    ...Object.values(workflow?.actions ?? {}).flatMap((action) => action.rules ?? []),
  ]);
  expect(asked.length).toBeGreaterThan(0);
  const text = documents.get('rules.md') ?? '';
  expect(asked.filter(({ code, zh }) => !text.includes(`| \`${code}\` | ${zh} |`))).toEqual([]);
});

test('no source that says [GK] itself goes unmarked', () => {
  const unmarked = allKinds
    .flatMap(rulesOf)
    .filter(({ rule }) => rule.source.includes('[GK]') && rule.unconfirmed !== true)
    .map(({ rule }) => rule.code);
  expect(unmarked).toEqual([]);
  const rows = (documents.get('legal-parameters.md') ?? '').split('\n').filter((row) => row.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((row) => row.replace(/\[GK\] \|$/, '').includes('[GK]') && !row.endsWith('| [GK] |'))).toEqual([]);
});

function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(' ', '-'));
}

function cells(row: string): number {
  return row.replaceAll('\\|', '').split('|').length;
}
