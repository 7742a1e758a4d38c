import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildASTSchema, findBreakingChanges, parse, type GraphQLSchema } from 'graphql';
import type { Check } from './check.js';

export const schemaChecks: readonly Check[] = [
  {
    title: "schema: _service { sdl } has all of the level's subgraph",
    run: async ({ level, ask }) => {
      const { data } = await ask('{ _service { sdl } }');
      const sdl = (data?.['_service'] as { sdl?: string } | undefined)?.sdl;
      if (sdl === undefined) return ['no _service { sdl }'];
      const file = fileURLToPath(import.meta.resolve(`@onenx/schema/sdl/${level.toLowerCase()}.graphql`));
      const expected = schemaOf(await readFile(file, 'utf8'));
      return findBreakingChanges(expected, schemaOf(sdl)).map(({ description }) => description);
    },
  },
];

function schemaOf(sdl: string): GraphQLSchema {
  return buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
}
