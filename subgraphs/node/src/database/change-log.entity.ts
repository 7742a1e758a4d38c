import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import type { Dialect } from './dialect.js';
import { textColumn } from './record.entity.js';

/** Every version of every record in the order in which they became visible: what the feed of changes reads. */
export function changeLogEntity(dialect: Dialect): EntitySchema {
  const text = textColumn(dialect);
  return defineEntity({
    name: 'ChangeLog',
    tableName: 'change_log',
    properties: {
      seq: p.integer().primary().autoincrement(),
      kind: text(),
      recordId: text().fieldName('record_id'),
      place: text().index(),
      version: p.integer(),
      recordedAt: text().fieldName('recorded_at'),
    },
  });
}
