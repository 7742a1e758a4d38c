import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import type { Dialect } from './dialect.js';
import { textColumn } from './record.entity.js';

/** A version of a place: the tree is loaded in every node, so that a street's server knows its own name. */
export function placeEntity(dialect: Dialect): EntitySchema {
  const text = textColumn(dialect);
  return defineEntity({
    name: 'PlaceVersion',
    tableName: 'place_version',
    properties: {
      code: text().primary(),
      validFrom: text().fieldName('valid_from').primary(),
      validTo: text().fieldName('valid_to').nullable(),
      name: text(),
      level: text(),
      kind: text(),
      parent: text().nullable(),
      predecessors: text(),
      synthetic: p.boolean(),
    },
  });
}

/** What was imported when: the node's last write, and its rejected rows, are read from here. */
export function importBatchEntity(dialect: Dialect): EntitySchema {
  const text = textColumn(dialect);
  return defineEntity({
    name: 'ImportBatch',
    tableName: 'import_batch',
    properties: {
      id: text().primary(),
      kind: text().index(),
      source: text(),
      finishedAt: text().fieldName('finished_at'),
      inserted: p.integer(),
      updated: p.integer(),
      unchanged: p.integer(),
      rejected: p.integer(),
      closed: p.integer(),
    },
  });
}
