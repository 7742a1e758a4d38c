import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import type { Dialect } from './dialect.js';
import { textColumn } from './record.entity.js';

/** The changes that were made, by the callers' own numbers: one that is sent again is not made again. */
export function changeRequestEntity(dialect: Dialect): EntitySchema {
  const text = textColumn(dialect);
  return defineEntity({
    name: 'ChangeRequest',
    tableName: 'change_request',
    properties: {
      requestId: text().fieldName('request_id').primary(),
      /** Of the mutation and its input: the same number with another content is a mistake. */
      digest: text(),
      recordId: text().fieldName('record_id').nullable(),
      version: p.integer().nullable(),
      madeAt: text().fieldName('made_at'),
    },
  });
}
