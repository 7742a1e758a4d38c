import {
  Placement,
  type CodeSet,
  type DivisionCode,
  type KindDefinition,
  type PlaceTree,
  type PlaceVersion,
} from '@onenx/schema';
import DataLoader from 'dataloader';
import { attachmentsOf, type Attachment } from '../attachments/attachment-table.js';
import type { NodeDatabase } from '../database/database.js';
import { historiesOf, type RecordVersion } from '../history/record-history.js';
import { RecordLists, type ListArguments, type Page, type StoredRecord } from '../lists/list.js';
import type { Where } from '../lists/where.js';
import type { Actor } from '../work/actor.js';

interface ListKey {
  readonly place: DivisionCode;
  readonly args: ListArguments;
}

interface LeftOutKey extends ListKey {
  readonly cursor: 'after' | 'before';
}

/** The records of which a field has a value. */
interface FieldKey {
  readonly field: string;
  readonly value: string;
}

/** Under what a statement's parameters may number on either database. */
const MOST_VALUES = 5000;

interface KindLoaders {
  readonly pages: DataLoader<ListKey, Page, string>;
  readonly leftOut: DataLoader<LeftOutKey, boolean, string>;
  readonly counts: DataLoader<{ place: DivisionCode; where: Where | null }, number, string>;
  readonly byId: DataLoader<string, StoredRecord | null>;
  readonly matching: DataLoader<FieldKey, StoredRecord[], string>;
  readonly history: DataLoader<string, RecordVersion[]>;
}

interface LoaderOptions {
  readonly database: NodeDatabase;
  readonly tree: PlaceTree;
  readonly codes: CodeSet;
  readonly today: string;
  readonly actor: Actor;
}

/** The loaders of one request: whatever is asked of many places or ids in one tick is one statement. */
export class Loaders {
  /** The attachments of a record, of whatever kind, by its id. */
  readonly attachments: DataLoader<string, Attachment[]>;
  private readonly kinds = new Map<string, KindLoaders>();
  private readonly placement: Placement;

  constructor(readonly options: LoaderOptions) {
    this.placement = new Placement(options.tree, options.today);
    this.attachments = new DataLoader(async (ids) => attachmentsOf(options.database, ids), {
      maxBatchSize: MOST_VALUES,
    });
  }

  of(kind: KindDefinition): KindLoaders {
    const known = this.kinds.get(kind.name);
    if (known) return known;
    const made = this.make(new RecordLists(this.options.database, kind, this.options.codes), kind);
    this.kinds.set(kind.name, made);
    return made;
  }

  /** The place of a stored code as it is called today, or was last called. */
  place(code: DivisionCode): PlaceVersion | undefined {
    return this.placement.snapshot.get(code) ?? this.options.tree.latest(code);
  }

  private make(lists: RecordLists, kind: KindDefinition): KindLoaders {
    return {
      pages: new DataLoader(
        async (keys) =>
          grouped(
            keys,
            ({ args }) => JSON.stringify(args),
            async (group) =>
              lists.pages(
                group.map((key) => key.place),
                group[0]?.args ?? {},
              ),
          ),
        { cacheKeyFn: ({ place, args }) => `${place} ${JSON.stringify(args)}` },
      ),
      leftOut: new DataLoader(
        async (keys) =>
          grouped(
            keys,
            ({ args, cursor }) => JSON.stringify([args, cursor]),
            async (group) =>
              lists.leftOut(
                group.map((key) => key.place),
                group[0]?.args ?? {},
                group[0]?.cursor ?? 'after',
              ),
          ),
        { cacheKeyFn: ({ place, args, cursor }) => `${place} ${cursor} ${JSON.stringify(args)}` },
      ),
      counts: new DataLoader(
        async (keys) =>
          grouped(
            keys,
            ({ where }) => JSON.stringify(where),
            async (group) =>
              lists.counts(
                group.map((key) => key.place),
                group[0]?.where,
              ),
          ),
        { cacheKeyFn: ({ place, where }) => `${place} ${JSON.stringify(where)}` },
      ),
      byId: new DataLoader(async (ids) => lists.byIds(ids)),
      matching: new DataLoader(
        async (keys) =>
          grouped(
            keys,
            ({ field }) => field,
            async (group) =>
              lists.matching(
                group[0]?.field ?? '',
                group.map(({ value }) => value),
              ),
          ),
        { cacheKeyFn: ({ field, value }) => `${field} ${value}`, maxBatchSize: MOST_VALUES },
      ),
      history: new DataLoader(async (ids) => historiesOf(this.options.database, kind, ids)),
    };
  }
}

/** Loads the keys of each group together, answers in the order of the keys; a group that fails costs its own keys only. */
async function grouped<K, V>(
  keys: readonly K[],
  groupOf: (key: K) => string,
  load: (group: readonly K[]) => Promise<readonly V[]>,
): Promise<(V | Error)[]> {
  const groups = [...Map.groupBy(keys, groupOf).values()];
  const answers = new Map<K, V | Error>();
  const answerGroup = async (group: readonly K[]): Promise<void> => {
    try {
      const values = await load(group);
      group.forEach((key, i) => answers.set(key, values[i] as V));
    } catch (error) {
      group.forEach((key) => answers.set(key, error as Error));
    }
  };
  await Promise.all(groups.map(answerGroup));
  return keys.map((key) => answers.get(key) as V | Error);
}
