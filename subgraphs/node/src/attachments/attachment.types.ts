import { dateTimeScalar } from '@onenx/schema';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Attachment } from './attachment-table.js';

@Directive('@shareable')
@ObjectType('Attachment', { description: '附件: a file that belongs to a record; its bytes are at the owner.' })
export class AttachmentType {
  @Field(() => ID, { description: '附件标识' })
  id!: string;

  @Field(() => String, { description: '文件名' })
  filename!: string;

  @Field(() => String, { description: '媒体类型: application/pdf' })
  mediaType!: string;

  @Field(() => Int, { description: '字节数' })
  bytes!: number;

  @Field(() => String, { description: '内容摘要: SHA-256 of the bytes, in hexadecimal' })
  sha256!: string;

  @Field(() => dateTimeScalar, { description: '上传时间' })
  createdAt!: string;

  @Field(() => String, { nullable: true, description: '上传角色: role and place, never a name' })
  createdBy!: string | null;

  @Field(() => dateTimeScalar, { nullable: true, description: '停用时间: null while it holds' })
  endedAt!: string | null;

  @Field(() => String, { description: "下载路径: at the owner level's server" })
  url!: string;
}

/** An attachment as the API shows it, in GraphQL and over REST. */
export function presentAttachment(attachment: Attachment): AttachmentType {
  const { recordId: _, place: _place, ...shown } = attachment;
  return { ...shown, url: `/attachments/${shown.id}` };
}
