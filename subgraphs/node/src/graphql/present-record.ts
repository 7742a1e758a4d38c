import {
  type CodeSet,
  codeSetContains,
  type DivisionCode,
  type KindDefinition,
  type PlaceSnapshot,
  type PlaceVersion,
  type RecordValues,
} from '@onenx/schema';
import { presentAttachment, type AttachmentType } from '../attachments/attachment.types.js';
import { encodeCursor } from '../lists/cursor.js';
import type { Page, StoredRecord } from '../lists/list.js';
import { allowedActions } from '../work/allowed-actions.js';
import type { Loaders } from './loaders.js';
import { CoverageType, type Place } from './place.types.js';

const TYPE_NAMES = { DISTRICT: 'District', STREET: 'Street', COMMITTEE: 'Committee' } as const;

/** A place as this level tells it. */
export function presentPlace({ code, name, level, kind }: PlaceVersion): Place {
  const typename = TYPE_NAMES[level];
  return { __typename: typename, typename, code, name, level, kind } as Place;
}

/** A stored record as the API shows it: what storage keeps apart stands together, what is personal is left out. */
export function presentRecord(record: StoredRecord, kind: KindDefinition, loaders: Loaders): object {
  const place = loaders.place(record.place);
  const { sourceSystem, sourceKey, ...shown } = record;
  return {
    ...shown,
    ...kind.constants,
    __typename: kind.name,
    typename: kind.name,
    place: place === undefined ? null : presentPlace(place),
    source: { system: sourceSystem },
    externalIds: sourceKey === null ? [] : [{ system: sourceSystem, value: sourceKey }],
    // Getters: what is not asked for is neither worked out nor loaded.
    get allowedActions() {
      return allowedActions(kind, record as RecordValues, loaders.options.actor);
    },
    get history() {
      return loaders.of(kind).history.load(record.id);
    },
    get attachments() {
      return attachmentsShown(record.id, loaders);
    },
  };
}

async function attachmentsShown(id: string, loaders: Loaders): Promise<AttachmentType[]> {
  return (await loaders.attachments.load(id)).map(presentAttachment);
}

interface ConnectionParts {
  readonly page: Page;
  readonly kind: KindDefinition;
  readonly loaders: Loaders;
  readonly totalCount: () => Promise<number>;
  /** Whether there are records that the page's cursor leaves out. */
  readonly leftOut: (cursor: 'after' | 'before') => Promise<boolean>;
  readonly coverage: CoverageType;
}

/** A page as a connection. Its getters are for what costs a statement: what is not asked for is not read. */
export function presentConnection({ page, kind, loaders, totalCount, leftOut, coverage }: ConnectionParts): object {
  const edges = page.records.map((record) => ({
    cursor: encodeCursor(page.order, record),
    node: presentRecord(record, kind, loaders),
  }));
  return {
    nodes: edges.map((edge) => edge.node),
    edges,
    get totalCount() {
      return totalCount();
    },
    coverage,
    pageInfo: {
      get hasNextPage() {
        return (page.isCut && !page.fromEnd) || leftOut('before');
      },
      get hasPreviousPage() {
        return (page.isCut && page.fromEnd) || leftOut('after');
      },
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The nodes of the kind's level that this server answered for, at or under the place: all of them answered. */
export function answeredHere(
  kind: KindDefinition,
  place: DivisionCode,
  { snapshot, codes }: { snapshot: PlaceSnapshot; codes: CodeSet },
): CoverageType {
  const nodes = snapshot.placesOf(kind.level, place).filter((node) => codeSetContains(codes, node.code));
  return CoverageType.complete(nodes.length, new Date().toISOString());
}
