import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import type { Dialect } from '../database/dialect.js';
import { textColumn } from '../database/record.entity.js';

/** The files that belong to records: what is known of each; their bytes lie in the directory of attachments. */
export function attachmentEntity(dialect: Dialect): EntitySchema {
  const text = textColumn(dialect);
  return defineEntity({
    name: 'Attachment',
    tableName: 'attachment',
    properties: {
      id: text().primary(),
      recordId: text().fieldName('record_id').index(),
      /** Of the record when the file was attached. */
      place: text(),
      filename: text(),
      mediaType: text().fieldName('media_type'),
      bytes: p.integer(),
      sha256: text(),
      createdAt: text().fieldName('created_at'),
      /** A role and its place, never a name. */
      createdBy: text().fieldName('created_by'),
      endedAt: text().fieldName('ended_at').nullable(),
    },
  });
}
