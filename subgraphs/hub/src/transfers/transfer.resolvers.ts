import {
  codeSetMatcher,
  coverageOf,
  LEVELS,
  OneNXError,
  parseCodeSet,
  type CodeSetMatcher,
  type DivisionCode,
  type Level,
  type NodeAnswer,
} from '@onenx/schema';
import type { HubContext } from '../context.js';
import { SilentEndpointError, type LevelEndpoint } from '../nodes/endpoint.js';
import { showCoverage } from '../rollup/show-coverage.js';
import { matchEnds, type Transfer, type TransferEnd, type TransferState } from './match-ends.js';

interface TransferArguments {
  readonly under: DivisionCode;
  readonly state?: readonly TransferState[] | null;
  readonly first: number;
}

interface Heard {
  readonly level: Level;
  readonly holds: CodeSetMatcher;
  readonly ends: readonly TransferEnd[];
  readonly reason: SilentEndpointError['reason'] | null;
}

const ENDS = `query Ends($under: DivisionCode!) {
  transferEnds(under: $under) { transferId side kind id place on } }`;

export const transferQueries = {
  transfers: async (_: unknown, args: TransferArguments, context: HubContext) => transfers(args, context),
};

/** The sides of a transfer lie at different levels and places: all are heard, those with a side under the place are told. */
async function transfers({ under, state, first }: TransferArguments, context: HubContext): Promise<object> {
  const { services, endpoints, today } = context;
  const snapshot = services.tree.at(today);
  if (services.tree.latest(under) === undefined) throw new OneNXError('PLACE_UNKNOWN', { found: under, date: today });
  const heard = await Promise.all(endpoints.map(async (endpoint) => hear(endpoint, context)));
  const silent = new Set(heard.filter(({ reason }) => reason !== null).map(({ level }) => level));
  const isUnder = codeSetMatcher(parseCodeSet(under));
  const found = matchEnds(
    heard.flatMap(({ ends }) => ends),
    silent,
  ).filter(
    (transfer) => (!state || state.includes(transfer.state)) && sidesOf(transfer).some(({ place }) => isUnder(place)),
  );
  const expected = LEVELS.flatMap((level) =>
    snapshot.roots().flatMap(({ code }) => snapshot.placesOf(level, code).map((place) => ({ ...place, level }))),
  );
  return {
    nodes: found.slice(0, Math.max(0, first)),
    totalCount: silent.size === 0 ? found.length : null,
    coverage: showCoverage(coverageOf(expected.map((place) => answerOf(place, heard)))),
  };
}

function sidesOf({ given, accepted }: Transfer): readonly TransferEnd[] {
  return [...given, ...accepted];
}

/** Everything that an endpoint knows: the other side of a transfer may be anywhere. */
async function hear(endpoint: LevelEndpoint, { services, language, request, today }: HubContext): Promise<Heard> {
  const { level, codes } = endpoint;
  const heard = { level, holds: codeSetMatcher(parseCodeSet(codes)) };
  const ends: TransferEnd[] = [];
  try {
    for (const { code } of services.tree.at(today).roots()) {
      const { data } = await endpoint.request({ query: ENDS, variables: { under: code }, language, request });
      if (!Array.isArray(data?.['transferEnds'])) return { ...heard, ends, reason: 'SCHEMA' };
      ends.push(...(data['transferEnds'] as TransferEnd[]));
    }
    return { ...heard, ends, reason: null };
  } catch (error) {
    if (error instanceof SilentEndpointError) return { ...heard, ends, reason: error.reason };
    throw error;
  }
}

interface Expected {
  readonly level: Level;
  readonly code: DivisionCode;
  readonly name: string;
}

function answerOf({ level, code, name }: Expected, heard: readonly Heard[]): NodeAnswer {
  const owner = heard.find((one) => one.level === level && one.holds(code));
  const node = { level, code, name };
  if (owner === undefined) return { ...node, reason: 'UNREACHABLE' };
  return owner.reason === null ? { ...node, asOf: new Date().toISOString() } : { ...node, reason: owner.reason };
}
