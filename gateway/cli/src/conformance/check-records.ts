import { codeSetContains, parseCodeSet, parseRecordId, type KindDefinition } from '@onenx/schema';
import { kindsOfLevel } from '../levels.js';
import { errorsOf, type Check, type Subject } from './check.js';

interface Connection {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly coverage: { readonly expected: number; readonly answered: number; readonly complete: boolean };
}

const PAGE = 'nodes { id } totalCount pageInfo { hasNextPage endCursor } coverage { expected answered complete }';

export const recordChecks: readonly Check[] = [
  {
    title: "lists: every kind of the level is listed by `under`, page by page, in its own node's ids",
    run: async (subject) =>
      (await Promise.all(kindsOfLevel[subject.level].map(async (kind) => listFaults(subject, kind)))).flat(),
  },
  {
    title: '_entities: records by id in their order, null for one that is not there',
    run: async (subject) =>
      (await Promise.all(kindsOfLevel[subject.level].map(async (kind) => entityFaults(subject, kind)))).flat(),
  },
];

async function page({ ask, codes }: Subject, kind: KindDefinition, after?: string): Promise<Connection | string[]> {
  const scope = parseCodeSet(codes).includes[0] ?? '';
  const query = `query ($under: DivisionCode!, $after: String) { list: ${kind.plural}(under: $under, first: 2, after: $after) { ${PAGE} } }`;
  const answer = await ask(query, { under: scope, after: after ?? null });
  const list = answer.data?.['list'] as Connection | null | undefined;
  return list ?? [`${kind.plural}: ${errorsOf(answer).join('; ') || 'null'}`];
}

async function listFaults(subject: Subject, kind: KindDefinition): Promise<string[]> {
  const first = await page(subject, kind);
  if (Array.isArray(first)) return first;
  const codes = parseCodeSet(subject.codes);
  const foreign = first.nodes.find(({ id }) => {
    const parsed = parseRecordId(id);
    return (
      parsed === null ||
      parsed.kind !== kind.code ||
      !(codeSetContains(codes, parsed.owner) || parsed.owner.startsWith(subject.codes.slice(0, 6)))
    );
  });
  if (foreign !== undefined)
    return [`${kind.plural}: the id ${foreign.id} names neither a place of the node nor the kind`];
  if (!first.coverage.complete) return [`${kind.plural}: its own coverage is not complete`];
  if (!first.pageInfo.hasNextPage || first.pageInfo.endCursor === null) return [];
  const second = await page(subject, kind, first.pageInfo.endCursor);
  if (Array.isArray(second)) return second;
  const seen = new Set(first.nodes.map(({ id }) => id));
  return second.nodes.some(({ id }) => seen.has(id)) ? [`${kind.plural}: the second page repeats the first`] : [];
}

async function entityFaults(subject: Subject, kind: KindDefinition): Promise<string[]> {
  const first = await page(subject, kind);
  if (Array.isArray(first)) return first;
  const ids = [
    ...first.nodes.map(({ id }) => id),
    `${first.nodes[0]?.id ?? '000000000000-X-0'}-not-there`,
  ].toReversed();
  const representations = ids.map((id) => ({ __typename: kind.name, id }));
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${kind.name} { id version } } }`;
  const answer = await subject.ask(query, { representations });
  const entities = answer.data?.['_entities'] as ({ id: string } | null)[] | undefined;
  if (entities === undefined) return [`${kind.name}: ${errorsOf(answer).join('; ') || 'no _entities'}`];
  const expected = [null, ...ids.slice(1)];
  const found = entities.map((entity) => entity?.id ?? null);
  return JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`${kind.name}: asked for ${ids.join(', ')}, got ${found.join(', ')}`];
}
