import { endingBy, endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind } from '@onenx/schema';
import { gridCodeRule } from './grid-code-rule.js';

const SOURCE = 'Jizhou case (2014): 区、街、社、格四级; OneNX data model 5.3 (55)';
const measure = measuresOver('Grid', 'COMMITTEE', SOURCE);
const count = { type: 'integer', optional: true, min: 0 } as const;

/** A grid of a committee: counts alone, people and houses stay in the population base. */
export const grid = defineKind({
  name: 'Grid',
  plural: 'grids',
  code: 'GRID',
  zh: '网格',
  en: 'Grid',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['gridCode'],
  fields: {
    gridCode: { type: 'text', zh: '网格编码', en: 'Grid code', maxLength: 15 },
    name: { type: 'text', zh: '网格名称', en: 'Name', maxLength: 200 },
    members: { ...count, zh: '网格员人数', en: 'Grid members' },
    households: { ...count, zh: '户数', en: 'Households' },
    residents: { ...count, zh: '人数', en: 'Residents' },
    partyBranch: { type: 'boolean', zh: '设有党支部', en: 'Has a party branch', optional: true },
    startedAt: { type: 'date', zh: '划定日期', en: 'Drawn on' },
    ...endingFields,
  },
  validity: { from: 'startedAt', to: 'endedAt' },
  check: endsAfter('startedAt', 'endedAt'),
  rules: [gridCodeRule],
  workflow: endingBy({
    action: 'endGrid',
    zh: '撤销网格',
    en: 'Abolish the grid',
    by: ['COMMITTEE_WORKER'],
    source: SOURCE,
  }),
  measures: [
    measure.stock('grids.listed', ['网格名录中的网格数', 'Grids on the list', '个']),
    measure.stock('grids.members', ['网格员人数', 'Grid members', '人'], { field: 'members' }),
    measure.stock('grids.withPartyBranch', ['设有党支部的网格数', 'Grids with a party branch', '个'], {
      where: { field: 'partyBranch', in: [true] },
    }),
  ],
});
