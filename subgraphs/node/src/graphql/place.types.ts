import { dateTimeScalar, divisionCodeScalar, type Level } from '@onenx/schema';
import { Arg, Directive, Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { enums } from './enums.js';

/** A place as a level knows it: the hub's subgraph adds parents, dates, editions and roll-ups. */
@InterfaceType('Place', {
  description:
    '地点: a district, street or committee of the tree. The tree is the hub’s own data, loaded into every node.',
  autoRegisterImplementations: false,
  resolveType: (place: { typename: string }) => place.typename,
})
export abstract class Place {
  @Field(() => divisionCodeScalar, { description: '区划代码' })
  code!: string;

  @Field(() => String, { description: '名称' })
  name!: string;

  @Field(() => enums.level, { description: '层级' })
  level!: string;

  @Field(() => enums.placeKind, { description: '类别' })
  kind!: string;
}

export type PlaceClass = new () => Place;

/** The place types of one level: each level adds its own lists to them, so each has classes of its own. */
export type PlaceTypes = Readonly<Record<Level, PlaceClass>>;

const built = new Map<Level, PlaceTypes>();

export function placeTypes(level: Level): PlaceTypes {
  const known = built.get(level);
  if (known) return known;
  const types = {
    DISTRICT: placeType('District', '区'),
    STREET: placeType('Street', '街镇'),
    COMMITTEE: placeType('Committee', '居委会或村委会'),
  };
  built.set(level, types);
  return types;
}

function placeType(name: string, zh: string): PlaceClass {
  const type = { [name]: class extends Place {} }[name] as PlaceClass;
  ObjectType(name, { implements: Place, description: `${zh}: a place of the tree.` })(type);
  Directive('@key(fields: "code")')(type);
  Directive('@shareable')(type);
  return type;
}

@Directive('@shareable')
@ObjectType('MissingNode', { description: '未应答的节点' })
export class MissingNodeType {
  @Field(() => divisionCodeScalar, { description: '节点代码' })
  code!: string;

  @Field(() => String, { nullable: true, description: '名称' })
  name!: string | null;

  @Field(() => enums.level, { description: '层级' })
  level!: string;

  @Field(() => enums.missingNodeReason, { description: '原因' })
  reason!: string;
}

@Directive('@shareable')
@ObjectType('Coverage', { description: '数据到齐情况: who was expected to answer, who did, and how fresh.' })
export class CoverageType {
  @Field(() => Int, { description: '应到节点数' })
  expected!: number;

  @Field(() => Int, { description: '已到节点数' })
  answered!: number;

  @Field(() => Boolean, { description: '是否到齐' })
  complete!: boolean;

  @Field(() => dateTimeScalar, { nullable: true, description: '最早的数据时点' })
  oldestAsOf!: string | null;

  @Field(() => dateTimeScalar, { nullable: true, description: '最新的数据时点' })
  newestAsOf!: string | null;

  private readonly missingNodes: readonly MissingNodeType[] = [];

  @Field(() => [MissingNodeType], { name: 'missing', description: '未到节点' })
  missing(
    @Arg('first', () => Int, { defaultValue: 20, description: '最多返回' }) first: number,
  ): readonly MissingNodeType[] {
    return this.missingNodes.slice(0, Math.max(0, first));
  }

  static complete(expected: number, asOf: string): CoverageType {
    return Object.assign(new CoverageType(), {
      expected,
      answered: expected,
      complete: true,
      oldestAsOf: asOf,
      newestAsOf: asOf,
    });
  }
}

@Directive('@shareable')
@ObjectType('PageInfo', { description: '分页信息 (Relay)' })
export class PageInfo {
  @Field(() => Boolean, { description: '后面还有' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: '前面还有' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: '本页首条的游标' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: '本页末条的游标' })
  endCursor!: string | null;
}
