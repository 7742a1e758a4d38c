import { LEVELS } from '@onenx/schema';
import { Command } from 'commander';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorsMarkdown } from '../docs/errors-markdown.js';
import { legalParametersMarkdown } from '../docs/legal-parameters-markdown.js';
import { levelMarkdown } from '../docs/level-markdown.js';
import { measuresMarkdown } from '../docs/measures-markdown.js';
import { rulesMarkdown } from '../docs/rules-markdown.js';
import { kindsOfLevel } from '../levels.js';
import { figuresMarkdown } from '../sample/index.js';
import { composeSchemas } from '../schema/compose.js';
import { print } from '../terminal.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export function generateCommand(finish: (status: number) => void): Command {
  return new Command('generate')
    .description('emit the schemas and the generated documents (生成模式与文档)')
    .option('--check', 'write nothing; exit status 1 when a file differs')
    .action(async ({ check = false }: { check?: boolean }) => {
      const stale = await staleFiles();
      if (!check) await writeAll(stale);
      for (const path of stale.keys()) print(check ? `${path} is not what "npm run generate" makes` : `wrote ${path}`);
      finish(check && stale.size > 0 ? 1 : 0);
    });
}

/** Every generated file by its path from the root of the project. */
function generatedFiles(): Map<string, string> {
  const schemas = composeSchemas();
  const files = new Map([...schemas].map(([path, text]) => [`schema/sdl/${path}`, text]));
  for (const level of LEVELS) {
    const name = level.toLowerCase();
    const sdl = schemas.get(`contracts/${name}.graphql`) ?? '';
    files.set(`docs/schema/${name}.md`, levelMarkdown(level, kindsOfLevel[level], sdl));
  }
  files.set('docs/errors.md', errorsMarkdown());
  files.set('docs/measures.md', measuresMarkdown());
  files.set('docs/rules.md', rulesMarkdown());
  files.set('docs/legal-parameters.md', legalParametersMarkdown());
  files.set('docs/figures.md', figuresMarkdown());
  return files;
}

async function staleFiles(): Promise<Map<string, string>> {
  const stale = new Map<string, string>();
  for (const [path, text] of generatedFiles()) {
    const written = await readFile(join(ROOT, path), 'utf8').catch(() => null);
    if (written !== text) stale.set(path, text);
  }
  return stale;
}

async function writeAll(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(ROOT, path)), { recursive: true });
    await writeFile(join(ROOT, path), text);
  }
}
