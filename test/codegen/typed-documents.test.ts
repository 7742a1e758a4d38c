import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { onEachDatabase } from '../kit/databases.js';
import { docBlock } from '../kit/doc-blocks.js';
import { filledLevel, levelServers } from '../kit/level.js';
import { ClientProject, type ProjectFiles } from './client-project.js';
import { generateClient, type OutputSettings } from './generate-client.js';
import { committeeClient } from './levels/committee.js';
import { districtClient } from './levels/district.js';
import type { LevelClient } from './levels/level-client.js';
import { streetClient } from './levels/street.js';

const ROOT = join(import.meta.dirname, '..', '..');
const doc = readFileSync(join(ROOT, 'docs', 'typed-documents.md'), 'utf8');
const told = JSON.parse(docBlock(doc, 'codegen.json')) as { schema: string; generates: Record<string, OutputSettings> };

describe.each([districtClient, streetClient(doc), committeeClient])('a client of the $level level', (client) => {
  let files: ProjectFiles;
  let project: ClientProject;
  let compiled: { status: number; output: string };

  beforeAll(async () => {
    files = { ...(await generated(client)), 'src/main.ts': client.main };
    project = await ClientProject.of(files);
    compiled = await project.compile();
  });
  afterAll(async () => project[Symbol.asyncDispose]());

  test('has its documents, variables and results typed', () => {
    expect(compiled).toEqual({ status: 0, output: '' });
  });

  test('with a mistake fails the type check, where the mistake is', async () => {
    const mistaken = client.mistakes.map(([right, wrong], i): [file: string, text: string] => {
      expect(client.main.split(right)).toHaveLength(2);
      return [`src/mistake-${i}.ts`, client.main.replace(right, wrong)];
    });
    await using other = await ClientProject.of({ ...files, ...Object.fromEntries(mistaken) });
    const { status, output } = await other.compile();
    expect(status).not.toBe(0);
    const found = new Set(output.match(/src\/[\w-]+\.ts(?=\(\d)/g));
    expect([...found].sort()).toEqual(mistaken.map(([file]) => file).sort());
  });

  onEachDatabase('asks a real server', (open) => {
    const start = levelServers();

    test('and gets what its types say', async () => {
      const server = await start(await filledLevel(open, client.level), client.level);
      const { status, output } = await project.run('main.js', [server.url]);
      expect({ status, answer: status === 0 ? JSON.parse(output) : output }).toEqual({
        status: 0,
        answer: client.answer,
      });
    });
  });
});

test('a document that does not fit its schema is not generated', async () => {
  const { documents, ...rest } = streetClient(doc);
  await expect(generated({ ...rest, documents: documents.replace('filedAt', 'filedOn') })).rejects.toThrow('filedOn');
});

test('a scalar that nobody mapped is not generated', async () => {
  const [folder, settings] = output();
  const { DivisionCode: _, ...scalars } = settings.config['scalars'] as Record<string, string>;
  const fewer = { ...settings, config: { ...settings.config, scalars } };
  const { documents } = streetClient(doc);
  const sdl = sdlOf('STREET');
  await expect(generateClient(folder, { sdl, documents, settings: fewer })).rejects.toThrow('DivisionCode');
});

/** The settings and the folder that the document shows. */
function output(): [folder: string, settings: OutputSettings] {
  const [found] = Object.entries(told.generates);
  if (found === undefined) throw new Error('codegen.json has no output');
  return found;
}

function sdlOf(level: LevelClient['level']): string {
  return readFileSync(join(ROOT, told.schema.replace('street', level.toLowerCase())), 'utf8');
}

async function generated({ level, documents }: LevelClient): Promise<ProjectFiles> {
  const [folder, settings] = output();
  const made = await generateClient(folder, { sdl: sdlOf(level), documents, settings });
  return { ...made, 'src/ask.ts': docBlock(doc, 'src/ask.ts') };
}
