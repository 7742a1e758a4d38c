import {
  dateTimeScalar,
  openClass,
  organizationCategory,
  recordState,
  serviceField,
  projectCategory,
  projectStage,
  shareClass,
  tier,
} from '@onenx/schema';
import { Directive, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { AttachmentType } from '../attachments/attachment.types.js';
import { RecordVersionType } from './change.types.js';
import { enumOf } from './enums.js';
import { Place } from './place.types.js';

/** Registered before any schema is built: type-graphql knows only the enums that it has met by then. */
const codes = {
  recordState: enumOf(recordState),
  shareClass: enumOf(shareClass),
  openClass: enumOf(openClass),
  organizationCategory: enumOf(organizationCategory),
  tier: enumOf(tier),
  projectCategory: enumOf(projectCategory),
  projectStage: enumOf(projectStage),
  serviceField: enumOf(serviceField),
};

const resolveType = (record: { typename: string }): string => record.typename;

@InterfaceType('Node', {
  description: '节点对象 (Relay): anything that has an id.',
  autoRegisterImplementations: false,
  resolveType,
})
export abstract class NodeInterface {
  @Field(() => ID, { description: '记录标识: opaque; keep it as it is.' })
  id!: string;
}

@Directive('@shareable')
@ObjectType('ExternalId', { description: '来源系统中的编号' })
export class ExternalId {
  @Field(() => String, { description: '系统' })
  system!: string;

  @Field(() => String, { description: '编号' })
  value!: string;
}

@Directive('@shareable')
@ObjectType('Source', { description: '数据来源' })
export class Source {
  @Field(() => String, { description: '系统' })
  system!: string;
}

@InterfaceType('Record', {
  implements: NodeInterface,
  description: '记录: owned by one level, kept in one node.',
  autoRegisterImplementations: false,
  resolveType,
})
export abstract class RecordInterface extends NodeInterface {
  @Field(() => Place, { nullable: true, description: '所属地点' })
  place!: Place | null;

  @Field(() => Int, { description: '版本号' })
  version!: number;

  @Field(() => codes.recordState, { description: '数据状态' })
  state!: string;

  @Field(() => dateTimeScalar, { description: '更新时间' })
  updatedAt!: string;

  @Field(() => Source, { description: '来源' })
  source!: Source;

  @Field(() => [ExternalId], { description: '外部编号' })
  externalIds!: ExternalId[];

  @Field(() => Boolean, { description: '示例数据: a generated record, no real body.' })
  synthetic!: boolean;

  @Field(() => codes.shareClass, { description: '共享属性' })
  shareClass!: string;

  @Field(() => codes.openClass, { description: '开放属性' })
  openClass!: string;

  @Field(() => [String], { description: '可执行的操作: the mutations and decisions that the caller may try now' })
  allowedActions!: string[];

  @Field(() => [RecordVersionType], { description: '历史: all that the record ever said, oldest first' })
  history!: RecordVersionType[];

  @Field(() => [AttachmentType], { description: '附件: files that belong to the record, oldest first, ended ones too' })
  attachments!: AttachmentType[];
}

@InterfaceType('Organization', {
  implements: [NodeInterface, RecordInterface],
  description: '社会组织、团队或小组',
  autoRegisterImplementations: false,
  resolveType,
})
export abstract class Organization extends RecordInterface {
  @Field(() => String, { description: '名称' })
  name!: string;

  @Field(() => codes.organizationCategory, { nullable: true, description: '类别(四个领域)' })
  category!: string | null;

  @Field(() => codes.tier, { description: '层级' })
  tier!: string;
}

@InterfaceType('Project', {
  implements: [NodeInterface, RecordInterface],
  description: '项目',
  autoRegisterImplementations: false,
  resolveType,
})
export abstract class Project extends RecordInterface {
  @Field(() => String, { description: '项目编号' })
  projectNo!: string;

  @Field(() => String, { description: '项目名称' })
  title!: string;

  @Field(() => codes.projectCategory, { description: '项目类别' })
  projectCategory!: string;

  @Field(() => codes.projectStage, { description: '项目阶段' })
  stage!: string;

  @Field(() => codes.serviceField, { nullable: true, description: '服务领域' })
  serviceField!: string | null;
}

@InterfaceType('Evaluation', {
  implements: [NodeInterface, RecordInterface],
  description: '评价',
  autoRegisterImplementations: false,
  resolveType,
})
export abstract class Evaluation extends RecordInterface {}

export const recordInterfaces = { Organization, Project, Evaluation };
