import type { Loaders, NodeContext } from '@onenx/node';
import type { KindDefinition, RecordValues } from '@onenx/schema';
import { BY_CODE, BY_PROJECT, type RelatedRecords } from './related-records.js';

type Loading = Pick<NodeContext, 'services'> & { readonly loaders: Loaders };
type Source = (typeof BY_CODE)[keyof typeof BY_CODE] | (typeof BY_PROJECT)[keyof typeof BY_PROJECT];

/** A kind of the district by its name; undefined where this node does not keep it. */
export function kindNamed({ services }: Pick<NodeContext, 'services'>, name: string): KindDefinition | undefined {
  return services.kinds.find((kind) => kind.name === name);
}

/** What the node keeps about an organization. Of however many organizations of one tick, a statement a kind. */
export async function loadRelated(organization: RecordValues, loading: Loading): Promise<RelatedRecords> {
  const code = String(organization['uscc']);
  const ofCode = Promise.all(
    entriesOf(BY_CODE).map(async ([name, source]) => [name, await load(source, [code], loading)]),
  );
  const projects = await load(BY_CODE.projects, [code], loading);
  const numbers = [...new Set(projects.map(({ projectNo }) => String(projectNo)))];
  const ofProjects = Promise.all(
    entriesOf(BY_PROJECT).map(async ([name, source]) => [name, await load(source, numbers, loading)]),
  );
  return Object.fromEntries([...(await ofCode), ...(await ofProjects)]) as RelatedRecords;
}

function entriesOf(sources: Readonly<Record<string, Source>>): [string, Source][] {
  return Object.entries(sources);
}

async function load(
  source: Source,
  values: readonly string[],
  { services, loaders }: Loading,
): Promise<RecordValues[]> {
  const kind = kindNamed({ services }, source.kind);
  if (kind === undefined) return [];
  const { matching } = loaders.of(kind);
  const found = await Promise.all(values.map(async (value) => matching.load({ field: source.field, value })));
  return found.flat() as RecordValues[];
}
