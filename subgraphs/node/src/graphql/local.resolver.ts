import { dateTimeScalar, divisionCodeScalar, OneNXError, parseSpec, type Part } from '@onenx/schema';
import { GraphQLScalarType } from 'graphql';
import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { NodeContext } from './context.js';
import { nodeInfo, NodeInfo } from './node-info.js';
import { Place } from './place.types.js';
import { presentPlace } from './present-record.js';

const partRows = new GraphQLScalarType({
  name: 'PartRows',
  description: '汇总分量: rows of a group and its cells, as the part contract has them.',
});

@ObjectType('Part', { description: '汇总分量: what this server answers to one spec. See docs/part-contract.md.' })
export class PartType {
  @Field(() => String, { description: '契约版本' })
  contract!: string;

  @Field(() => divisionCodeScalar, { description: '节点代码' })
  node!: string;

  @Field(() => String, { description: '区划版本' })
  edition!: string;

  @Field(() => String, { description: '应答的代码集: 310105,-310105009' })
  codesAnswered!: string;

  @Field(() => dateTimeScalar, { description: '数据时点' })
  asOf!: string;

  @Field(() => String, { description: '状态' })
  state!: string;

  @Field(() => [String], { description: '不支持的指标' })
  notSupported!: readonly string[];

  @Field(() => partRows, { description: '分量' })
  rows!: unknown;
}

const MAX_SPECS = 20_000;

/** What a level's server offers beside the supergraph: its own places for its own apps, and parts for the hub. */
@Resolver()
export class LocalResolver {
  @Query(() => Place, { nullable: true, description: '地点: a place of the tree, by its code.' })
  place(
    @Arg('code', () => divisionCodeScalar, { description: '区划代码' }) code: string,
    @Ctx() { services, today }: NodeContext,
  ): Place {
    const place = services.tree.at(today).get(code);
    if (place === undefined) throw new OneNXError('PLACE_UNKNOWN', { found: code, date: today });
    return presentPlace(place);
  }

  @Query(() => NodeInfo, { description: '节点信息' })
  async nodeInfo(@Ctx() context: NodeContext): Promise<NodeInfo> {
    return nodeInfo(context);
  }

  @Query(() => [PartType], { description: '汇总分量: one part a spec, in their order.' })
  async parts(
    @Arg('specs', () => [String], { description: '问题的规范文本' }) specs: string[],
    @Ctx() { services, codes }: NodeContext,
  ): Promise<Part[]> {
    if (specs.length > MAX_SPECS) {
      throw new OneNXError('QUESTION_TOO_LARGE', { found: `${specs.length} specs`, expected: `${MAX_SPECS}` });
    }
    return services.parts.answer(specs.map(parseSpec), codes);
  }
}
