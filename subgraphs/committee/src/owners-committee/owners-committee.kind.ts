import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, ownersCommitteeStatus } from '@onenx/schema';
import { ownersTerm } from './owners-term.js';

const measure = measuresOver('OwnersCommittee', 'COMMITTEE', '物业管理条例 §16; OneNX data model 5.3 (51)');
const flag = { type: 'boolean', optional: true } as const;

/** The owners' committee (业委会) of an estate, a record for each term. */
export const ownersCommittee = defineKind({
  name: 'OwnersCommittee',
  plural: 'ownersCommittees',
  code: 'OWN',
  zh: '业主委员会',
  en: "Owners' committee",
  level: 'COMMITTEE',
  interfaces: [],
  key: ['estateNo', 'term'],
  fields: {
    estateNo: { type: 'text', zh: '小区编号', en: 'Estate number', maxLength: 60 },
    term: { type: 'integer', zh: '届次', en: 'Term', min: 1 },
    members: { type: 'integer', zh: '委员人数', en: 'Members', optional: true, min: 0 },
    partyGroup: { ...flag, zh: '设有党小组', en: 'Has a party group' },
    publicAccount: { ...flag, zh: '设有对公账户', en: 'Has an account of its own' },
    ownersStatus: { type: ownersCommitteeStatus, zh: '业委会状态', en: 'Status', dimension: 'ownersCommitteeStatus' },
    electedAt: { type: 'date', zh: '选举日期', en: 'Elected on' },
    termEnd: { type: 'date', zh: '任期届满日期', en: 'Term ends on', optional: true },
    filingDue: { type: 'date', zh: '最迟备案日期', en: 'To be filed by', optional: true },
    filingNo: { type: 'text', zh: '备案编号', en: 'Filing number', optional: true, maxLength: 60 },
    filedAt: { type: 'date', zh: '备案日期', en: 'Filed on', optional: true },
    endedAt: { type: 'date', zh: '终止日期', en: 'Ended on', optional: true },
  },
  validity: { from: 'electedAt', to: 'endedAt' },
  check: endsAfter('electedAt', 'endedAt'),
  workflow: ownersTerm,
  measures: [
    measure.stock('ownersCommittees', ['业委会数', "Owners' committees", '个']),
    measure.distinct('ownersCommittees.estates', ['已组建业委会的小区数', "Estates with an owners' committee", '个'], {
      field: 'estateNo',
    }),
    measure.stock(
      'ownersCommittees.withPartyGroup',
      ['设有党小组的业委会数', "Owners' committees with a party group", '个'],
      {
        where: { field: 'partyGroup', in: [true] },
      },
    ),
    measure.stock(
      'ownersCommittees.overdueElection',
      ['逾期未换届的业委会数', "Owners' committees overdue for election", '个'],
      {
        where: { field: 'termEnd', passed: true },
      },
    ),
    measure.flow('ownersCommittees.filed', ['备案的业委会数', "Owners' committees filed", '个'], { on: 'filedAt' }),
    measure.flow('ownersCommittees.filedInTime', ['按期备案的业委会数', "Owners' committees filed in time", '个'], {
      on: 'filedAt',
      where: { field: 'filedAt', notAfter: 'filingDue' },
    }),
  ],
});
