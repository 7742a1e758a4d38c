import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildASTSchema, parse } from 'graphql';
import type { ProjectFiles } from './client-project.js';

/** What a codegen.json says of one output. */
export interface OutputSettings {
  readonly preset: 'client';
  readonly presetConfig: Record<string, unknown>;
  readonly config: Record<string, unknown>;
}

interface Sources {
  readonly sdl: string;
  /** The operations, as a `.graphql` file has them. */
  readonly documents: string;
  readonly settings: OutputSettings;
}

/** What graphql-codegen writes of the documents, by path. @throws where a document does not fit the schema */
export async function generateClient(folder: string, { sdl, documents, settings }: Sources): Promise<ProjectFiles> {
  const { presetConfig, config } = settings;
  const schema = parse(sdl);
  // The directives of federation are used and not defined in a level's SDL; the command line reads it so too.
  const schemaAst = buildASTSchema(schema, { assumeValidSDL: true });
  const outputs = await preset.buildGeneratesSection({
    baseOutputDir: folder,
    schema,
    schemaAst,
    documents: [{ location: 'documents.graphql', document: parse(documents), rawSDL: documents }],
    presetConfig,
    config,
    plugins: [],
    pluginMap: {},
  });
  // Each makes a schema of its own: the preset passes on the document alone.
  const files = await Promise.all(
    outputs.map(async (output) => [output.filename, await codegen({ ...output, schemaAst })] as const),
  );
  return Object.fromEntries(files);
}
