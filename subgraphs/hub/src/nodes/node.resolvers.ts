import {
  parseRecordId,
  codeSetMatcher,
  LEVELS,
  parseCodeSet,
  type DivisionCode,
  type Level,
  type PlaceVersion,
} from '@onenx/schema';
import type { HubContext } from '../context.js';
import { SilentEndpointError, type EndpointRequest, type LevelEndpoint } from './endpoint.js';
import { keptRegisters, type KeptRegister } from './kept-registers.js';

interface NodeInfo {
  readonly contract: string;
  readonly kinds: readonly string[];
  readonly supports: readonly string[];
  readonly lastWrite: string | null;
  readonly asOf: string;
  readonly rejectedRows: number;
}

const NODE_INFO = '{ nodeInfo { contract kinds supports lastWrite asOf rejectedRows } }';

export const nodeQueries = {
  dataNodes: async (_: unknown, args: { level?: Level | null; under?: DivisionCode | null }, context: HubContext) =>
    dataNodes(args, context),
  node: (_: unknown, { id }: { id: string }, context: HubContext) => showNode(id, context),
  nodes: (_: unknown, { ids }: { ids: readonly string[] }, context: HubContext) =>
    ids.map((id) => showNode(id, context)),
};

/** The level that owns the record tells the rest; an id that no node can have minted is null. */
function showNode(id: string, { services }: HubContext): { __typename: string; id: string } | null {
  const parsed = parseRecordId(id);
  const kind = [...services.catalogue.kinds.values()].find(({ code }) => code === parsed?.kind);
  return kind === undefined ? null : { __typename: kind.name, id };
}

async function dataNodes(
  { level, under }: { level?: Level | null; under?: DivisionCode | null },
  { services, endpoints, today, language, request }: HubContext,
): Promise<object[]> {
  const snapshot = services.tree.at(today);
  const register = services.registerOf(request);
  const levels = level ? [level] : LEVELS;
  const infos = await Promise.all(
    endpoints
      .filter((endpoint) => levels.includes(endpoint.level))
      .map(async (endpoint) => ({
        endpoint,
        holds: codeSetMatcher(parseCodeSet(endpoint.codes)),
        info: await askInfo(endpoint, { language, request }),
      })),
  );
  const scopes = under ? [under] : snapshot.roots().map((root) => root.code);
  const places = scopes.flatMap((scope) => levels.flatMap((one) => snapshot.placesOf(one, scope)));
  return places.map((place) => {
    const owner = infos.find(({ endpoint, holds }) => endpoint.level === place.level && holds(place.code));
    const kept = keptRegisters(place, { register, catalogue: services.catalogue, day: today });
    return showDataNode(place, { endpoint: owner?.endpoint, info: owner?.info ?? null, kept });
  });
}

async function askInfo(
  endpoint: LevelEndpoint,
  caller: Pick<EndpointRequest, 'language' | 'request'>,
): Promise<NodeInfo | null> {
  try {
    const { data } = await endpoint.request({ query: NODE_INFO, variables: {}, ...caller });
    return (data?.['nodeInfo'] as NodeInfo | undefined) ?? null;
  } catch (error) {
    if (error instanceof SilentEndpointError) return null;
    throw error;
  }
}

interface FoundNode {
  readonly endpoint: LevelEndpoint | undefined;
  /** Null while it does not answer. */
  readonly info: NodeInfo | null;
  readonly kept: readonly KeptRegister[];
}

function showDataNode(place: PlaceVersion, { endpoint, info, kept }: FoundNode): object {
  return {
    code: place.code,
    name: place.name,
    level: place.level,
    endpoint: endpoint?.url ?? null,
    state: info === null ? 'DOWN' : 'UP',
    contract: info?.contract ?? null,
    kept: kept.map(({ kind }) => kind),
    registers: kept,
    supports: info?.supports ?? [],
    lastSeen: info?.asOf ?? null,
    lastWrite: info?.lastWrite ?? null,
    asOf: info?.asOf ?? null,
    rejectedRows: info?.rejectedRows ?? null,
  };
}
