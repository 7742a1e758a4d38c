import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, penaltyKind, penaltyStatus, type Condition } from '@onenx/schema';
import { ASSOCIATIONS } from '../sources.js';

const source = `${ASSOCIATIONS} §30; 行政处罚法`;
const { stock, flow } = measuresOver('Penalty', 'DISTRICT', source);
const stands: Condition = { not: { field: 'penaltyStatus', in: ['ANNULLED'] } };
const by = ['DISTRICT_SUPERVISOR'] as const;

/** An administrative penalty on an organization. */
export const penalty = defineKind({
  name: 'Penalty',
  plural: 'penalties',
  code: 'PEN',
  zh: '行政处罚',
  en: 'Administrative penalty',
  level: 'DISTRICT',
  interfaces: [],
  key: ['penaltyNo'],
  fields: {
    penaltyNo: { type: 'text', zh: '处罚决定书编号', en: 'Number of the decision', maxLength: 60 },
    uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Unified social credit code' },
    organizationName: { type: 'text', zh: '组织名称', en: "Organization's name", maxLength: 200 },
    penaltyKind: { type: penaltyKind, zh: '处罚种类', en: 'Kind', dimension: 'penaltyKind' },
    penaltyStatus: { type: penaltyStatus, zh: '处罚状态', en: 'Status', dimension: 'penaltyStatus' },
    fine: { type: 'fen', zh: '罚没金额(分)', en: 'Fine or confiscation (fen)', optional: true, min: 0 },
    basis: { type: 'text', zh: '处罚依据', en: 'Clause', maxLength: 300 },
    authority: { type: 'text', zh: '处罚机关', en: 'Authority', optional: true, maxLength: 100 },
    decidedAt: { type: 'date', zh: '决定日期', en: 'Decided on' },
    endedAt: { type: 'date', zh: '执行完毕或撤销日期', en: 'Performed or annulled on', optional: true },
  },
  validity: { from: 'decidedAt', to: 'endedAt' },
  check: endsAfter('decidedAt', 'endedAt'),
  noun: 'penalty',
  workflow: {
    field: 'penaltyStatus',
    initial: 'DECIDED',
    actions: {
      performPenalty: {
        zh: '处罚执行完毕',
        en: 'Note that it was performed',
        from: ['DECIDED'],
        to: 'PERFORMED',
        by,
        takes: { endedAt: 'optional' },
        stamps: ['endedAt'],
        source,
      },
      annulPenalty: {
        zh: '撤销处罚',
        en: 'Annul it',
        from: ['DECIDED', 'PERFORMED'],
        to: 'ANNULLED',
        by,
        stamps: ['endedAt'],
        source: '行政复议法; 行政诉讼法',
      },
    },
  },
  measures: [
    flow('penalties.decided', ['行政处罚数', 'Penalties decided', '件'], { on: 'decidedAt', where: stands }),
    flow('penalties.fines', ['罚没金额', 'Fines and confiscations', '分'], {
      on: 'decidedAt',
      field: 'fine',
      where: stands,
    }),
    stock('penalties.open', ['未执行完毕的处罚数', 'Penalties not yet performed', '件'], { where: stands }),
  ],
});
