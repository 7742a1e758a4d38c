import { expectLevel, OneNXError, type Level, type PlaceVersion } from '@onenx/schema';
import type { HubContext } from '../context.js';
import { placeCoverage } from './place-coverage.js';
import { showPlace, type ShownPlace } from './show-place.js';
import { summaryOf, type SummaryArguments } from './summary.js';

interface PlaceArguments {
  readonly code: string;
  readonly asOf?: string | null;
}

function findPlace({ code, asOf }: PlaceArguments, { services, today }: HubContext): ShownPlace {
  const date = asOf ?? today;
  const place = services.tree.at(date).get(code);
  if (place === undefined) throw new OneNXError('PLACE_UNKNOWN', { found: code, date });
  return showPlace(place, date);
}

function rootOf(level: Level) {
  return (_: unknown, args: PlaceArguments, context: HubContext): ShownPlace => {
    expectLevel(args.code, level);
    return findPlace(args, context);
  };
}

export const placeQueries = {
  place: (_: unknown, args: PlaceArguments, context: HubContext): ShownPlace => findPlace(args, context),
  district: rootOf('DISTRICT'),
  street: rootOf('STREET'),
  committee: rootOf('COMMITTEE'),
};

/** Places named by what they were made of, or what was made of them, as they were called last. */
function showAll(codes: readonly string[], { asOf }: ShownPlace, { services }: HubContext): ShownPlace[] {
  return codes
    .map((code) => services.tree.at(asOf).get(code) ?? services.tree.latest(code))
    .filter((place): place is PlaceVersion => place !== undefined)
    .map((place) => showPlace(place, asOf));
}

const placeFields = {
  parent: (place: ShownPlace, _: unknown, { services }: HubContext): ShownPlace | null => {
    const parent = place.parent === null ? undefined : services.tree.at(place.asOf).get(place.parent);
    return parent === undefined ? null : showPlace(parent, place.asOf);
  },
  ancestors: (place: ShownPlace, _: unknown, { services }: HubContext): ShownPlace[] =>
    services.tree
      .at(place.asOf)
      .ancestors(place.code)
      .map((ancestor) => showPlace(ancestor, place.asOf)),
  predecessors: (place: ShownPlace, _: unknown, context: HubContext): ShownPlace[] =>
    showAll(context.services.tree.predecessors(place.code), place, context),
  successors: (place: ShownPlace, _: unknown, context: HubContext): ShownPlace[] =>
    showAll(context.services.tree.successors(place.code), place, context),
  coverage: async (place: ShownPlace, _: unknown, context: HubContext) => placeCoverage(place, context),
  summary: async (place: ShownPlace, args: SummaryArguments, context: HubContext) => summaryOf(place, args, context),
  /** A reference from a level is a code: the hub knows the rest. */
  __resolveReference: ({ code }: { code: string }, { services, today }: HubContext): ShownPlace | null => {
    const place = services.tree.at(today).get(code) ?? services.tree.latest(code);
    return place === undefined ? null : showPlace(place, today);
  },
};

function placesUnder(level: Level) {
  return (place: ShownPlace, _: unknown, { services }: HubContext): ShownPlace[] =>
    services.tree
      .at(place.asOf)
      .descendants(place.code, level)
      .map((found) => showPlace(found, place.asOf));
}

export const placeTypes = {
  Place: { __resolveType: ({ __typename }: ShownPlace) => __typename },
  District: { ...placeFields, streets: placesUnder('STREET'), committees: placesUnder('COMMITTEE') },
  Street: { ...placeFields, committees: placesUnder('COMMITTEE') },
  Committee: placeFields,
};
