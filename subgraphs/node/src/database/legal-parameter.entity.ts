import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import type { Dialect } from './dialect.js';
import { textColumn } from './record.entity.js';

/** The legal parameters of a node, shipped and imported. A parameter of everywhere has the empty place. */
export function legalParameterEntity(dialect: Dialect): EntitySchema {
  const text = textColumn(dialect);
  return defineEntity({
    name: 'LegalParameter',
    tableName: 'legal_parameter',
    properties: {
      name: text().primary(),
      place: text().primary(),
      validFrom: text().fieldName('valid_from').primary(),
      validTo: text().fieldName('valid_to').nullable(),
      value: p.double(),
      unit: text(),
      zh: text(),
      en: text(),
      source: text(),
      confirmed: p.boolean(),
      /** SHIPPED rows follow the shipped file; IMPORTED ones are the operator's own. */
      origin: text(),
    },
  });
}
