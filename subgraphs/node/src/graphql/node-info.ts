import { CONTRACT, dateTimeScalar, formatCodeSet, measureNameScalar, type Level } from '@onenx/schema';
import { Field, Int, ObjectType } from 'type-graphql';
import { sql } from '../database/sql.js';
import type { NodeContext } from './context.js';
import { enums } from './enums.js';

@ObjectType('NodeInfo', { description: '节点信息: what this server keeps, since when it was last written.' })
export class NodeInfo {
  @Field(() => String, { description: '契约版本' })
  contract!: string;

  @Field(() => enums.level, { description: '层级' })
  level!: Level;

  @Field(() => String, { description: '代码集' })
  codes!: string;

  @Field(() => [String], { description: '记录种类' })
  kinds!: readonly string[];

  @Field(() => [measureNameScalar], { description: '支持的指标' })
  supports!: readonly string[];

  @Field(() => dateTimeScalar, { nullable: true, description: '最近写入时间' })
  lastWrite!: string | null;

  @Field(() => dateTimeScalar, { description: '当前时点' })
  asOf!: string;

  @Field(() => Int, { description: '最近一次导入各种类被拒行数之和' })
  rejectedRows!: number;
}

interface LastBatches {
  readonly finished: string | null;
  readonly rejected: number | string | null;
}

export async function nodeInfo({ services, codes }: NodeContext): Promise<NodeInfo> {
  const [last] = await services.database.query<LastBatches>(
    sql`SELECT MAX("finished_at") AS "finished", SUM("rejected") AS "rejected" FROM "import_batch" AS b
      WHERE NOT EXISTS (SELECT 1 FROM "import_batch" AS later WHERE later."kind" = b."kind" AND later."source" = b."source" AND later."finished_at" > b."finished_at")`,
  );
  return {
    contract: CONTRACT,
    level: services.level,
    codes: formatCodeSet(codes),
    kinds: services.kinds.map((kind) => kind.name),
    supports: services.kinds.flatMap((kind) => kind.measures.map((measure) => measure.name)),
    lastWrite: last?.finished ?? null,
    asOf: new Date().toISOString(),
    rejectedRows: Number(last?.rejected ?? 0),
  };
}
