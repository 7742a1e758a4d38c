import { dateTimeScalar, divisionCodeScalar, OneNXError, type KindDefinition } from '@onenx/schema';
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { changesAfter, type LoggedChange } from '../history/change-log.js';
import type { StoredRecord } from '../lists/list.js';
import type { NodeContext } from './context.js';
import { PageInfo } from './place.types.js';
import { presentRecord } from './present-record.js';
import { RecordInterface } from './record.types.js';

@ObjectType('Change', {
  description: '变更: a version of a record; ended records and withdrawn ones are in the feed too.',
})
export class ChangeType {
  @Field(() => String, { description: '游标' })
  cursor!: string;

  @Field(() => String, { description: '记录种类' })
  kind!: string;

  @Field(() => ID, { description: '记录标识' })
  id!: string;

  @Field(() => Int, { description: '版本号: of this change' })
  version!: number;

  @Field(() => dateTimeScalar, { description: '记录时间' })
  recordedAt!: string;

  @Field(() => Boolean, {
    description:
      '已失效: the record, as it stands now, was withdrawn or its validity ended by today; drop it from a copy',
  })
  ended!: boolean | Promise<boolean>;

  @Field(() => RecordInterface, { nullable: true, description: '记录: as it stands now, which may be a later version' })
  record!: object | null;
}

@ObjectType('ChangeConnection', { description: '变更列表: oldest first; poll it with the last cursor.' })
export class ChangeConnectionType {
  @Field(() => [ChangeType], { description: '变更' })
  nodes!: readonly object[];

  @Field(() => PageInfo, { description: '分页信息: keep endCursor, even when there was nothing new' })
  pageInfo!: object;
}

const MOST = 5000;

/** The feed of changes of this server: for systems that keep a copy, polled and replayable from any cursor. */
@Resolver()
export class ChangesResolver {
  @Query(() => ChangeConnectionType, { nullable: true, description: '变更列表: what was written after a cursor.' })
  async changes(
    @Arg('under', () => divisionCodeScalar, { description: '所在地点' }) under: string,
    @Arg('after', () => String, { nullable: true, description: '从此游标之后开始' }) after: string | null,
    @Arg('first', () => Int, { defaultValue: 500, description: `最多返回条数, 不超过${MOST}` }) first: number,
    @Ctx() context: NodeContext,
  ): Promise<ChangeConnectionType> {
    if (first < 1 || first > MOST)
      throw new OneNXError('ARGUMENT_INVALID', { argument: 'first', found: first, expected: `1 to ${MOST}` });
    const { services, codes } = context;
    const seq = readCursor(after);
    const found = await changesAfter(services.database, { under, codes, after: seq, first: first + 1 });
    const page = found.slice(0, first);
    return {
      nodes: page.map((change) => present(change, context)),
      pageInfo: {
        hasNextPage: found.length > first,
        hasPreviousPage: seq > 0,
        startCursor: page[0] === undefined ? null : cursorOf(page[0].seq),
        endCursor: cursorOf(page.at(-1)?.seq ?? seq),
      },
    };
  }
}

function present({ seq, kind, recordId, version, recordedAt }: LoggedChange, context: NodeContext): object {
  const { services, loaders, today } = context;
  const definition = services.kinds.find(({ name }) => name === kind);
  const load = async (): Promise<StoredRecord | null> =>
    definition === undefined ? null : loaders.of(definition).byId.load(recordId);
  return {
    cursor: cursorOf(seq),
    kind,
    id: recordId,
    version,
    recordedAt,
    // Getters: many only want to know what changed.
    get ended() {
      return load().then((record) => definition === undefined || record === null || isEnded(record, definition, today));
    },
    get record() {
      return load().then((record) =>
        definition === undefined || record === null ? null : presentRecord(record, definition, loaders),
      );
    },
  };
}

function isEnded(record: StoredRecord, { validity }: KindDefinition, today: string): boolean {
  const end = record[validity.to];
  return record['state'] === 'WITHDRAWN' || (typeof end === 'string' && end <= today);
}

function cursorOf(seq: number): string {
  return `c${seq}`;
}

/** @throws ARGUMENT_INVALID */
function readCursor(after: string | null | undefined): number {
  if (after === null || after === undefined) return 0;
  const seq = /^c(\d{1,15})$/.exec(after)?.[1];
  if (seq !== undefined) return Number(seq);
  throw new OneNXError('ARGUMENT_INVALID', { argument: 'after', found: after, expected: 'a cursor of this feed' });
}
