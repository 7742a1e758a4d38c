import { levelLabel, type fenScalar, type KindDefinition } from '@onenx/schema';
import { Directive, Field, InputType, Int, ObjectType } from 'type-graphql';
import { enums } from './enums.js';
import { filterOf, namedClass, placeFilter, scalarOf } from './filter.types.js';
import { CoverageType, PageInfo } from './place.types.js';
import { NodeInterface, RecordInterface, recordInterfaces } from './record.types.js';

type Class = new () => object;

/** The GraphQL types of a record kind, made from its definition: decorators called as functions. */
export interface KindTypes {
  readonly record: Class;
  readonly connection: Class;
  readonly where: Class;
}

const built = new Map<KindDefinition, KindTypes>();

export function kindTypes(kind: KindDefinition): KindTypes {
  const known = built.get(kind);
  if (known) return known;
  const record = recordType(kind);
  const types = { record, connection: connectionType(kind, record), where: whereType(kind) };
  built.set(kind, types);
  return types;
}

function recordType(kind: KindDefinition): Class {
  const type = namedClass(kind.name);
  const inherited = new Set(kind.interfaces.flatMap((name) => INTERFACE_FIELDS[name]));
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.personal || inherited.has(name)) continue;
    const description = `${field.zh}: ${field.en}.`;
    const scalar = scalarOf(field) as typeof fenScalar;
    Field(() => scalar, { nullable: field.optional ?? false, description })(type.prototype, name);
  }
  const interfaces = kind.interfaces.map((name) => recordInterfaces[name]);
  const description = `${kind.zh}: ${kind.en}. Owned by the ${levelLabel(kind.level, 'en')} level (${levelLabel(kind.level, 'zh')}).`;
  ObjectType(kind.name, { implements: [NodeInterface, RecordInterface, ...interfaces], description })(type);
  Directive('@key(fields: "id")')(type);
  return type;
}

const INTERFACE_FIELDS: Readonly<Record<KindDefinition['interfaces'][number], readonly string[]>> = {
  Organization: ['name', 'category'],
  Project: ['projectNo', 'title', 'projectCategory', 'stage', 'serviceField'],
  Evaluation: [],
};

function connectionType(kind: KindDefinition, record: Class): Class {
  const edge = namedClass(`${kind.name}Edge`);
  Field(() => String, { description: '游标' })(edge.prototype, 'cursor');
  Field(() => record, { description: kind.zh })(edge.prototype, 'node');
  ObjectType(edge.name, { description: `${kind.zh}(带游标)` })(edge);
  const connection = namedClass(`${kind.name}Connection`);
  Field(() => [record], { description: kind.zh })(connection.prototype, 'nodes');
  Field(() => [edge], { description: `${kind.zh}(带游标)` })(connection.prototype, 'edges');
  Field(() => PageInfo, { description: '分页信息' })(connection.prototype, 'pageInfo');
  Field(() => Int, { nullable: true, description: '总数: null while a node is missing' })(
    connection.prototype,
    'totalCount',
  );
  Field(() => CoverageType, { description: '数据到齐情况' })(connection.prototype, 'coverage');
  ObjectType(connection.name, { description: `${kind.zh}列表` })(connection);
  return connection;
}

function whereType(kind: KindDefinition): Class {
  const where = namedClass(`${kind.name}Where`);
  const nested = { nullable: true } as const;
  Field(() => [where], { ...nested, description: '全部成立' })(where.prototype, 'and');
  Field(() => [where], { ...nested, description: '任一成立' })(where.prototype, 'or');
  Field(() => where, { ...nested, description: '不成立' })(where.prototype, 'not');
  const place = placeFilter();
  Field(() => place, { ...nested, description: '所属地点' })(where.prototype, 'place');
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.personal) continue;
    const filter = filterOf(field);
    Field(() => filter, { ...nested, description: `${field.zh}: ${field.en}.` })(where.prototype, name);
  }
  InputType(where.name, { description: `${kind.zh}的筛选条件: what is given must all hold.` })(where);
  return where;
}

@InputType('RecordOrder', { description: '排序: a field of the record and a direction; empty values last.' })
export class RecordOrderInput {
  @Field(() => String, { description: '字段名' })
  field!: string;

  @Field(() => enums.direction, { defaultValue: 'ASC', description: '方向' })
  direction!: 'ASC' | 'DESC';
}
