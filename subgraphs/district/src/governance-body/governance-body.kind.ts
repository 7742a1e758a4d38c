import { endsAfter, measuresOver, notLater } from '@onenx/node/kinds';
import { addYears, defineKind, governanceKind, governanceStatus } from '@onenx/schema';
import { S3 } from '../sources.js';

const { stock, flow } = measuresOver('GovernanceBody', 'DISTRICT', S3);
const by = ['DISTRICT_SUPERVISOR'] as const;

/** A new election may not set a longer term than the charter model allows, whether it is saved or noted. */
const term = notLater(
  'nextElectionAt',
  (input) => addYears(String(input.after['electedAt']), input.parameter('governance.term.years')),
  {
    code: 'GOVERNANCE_TERM',
    zh: '每届任期不得超过规定年限',
    en: 'A term is no longer than the charter model allows',
    source: '社会团体章程示范文本',
    unconfirmed: true,
  },
);

/** The council, supervisors or members' assembly of an organization, with its term. */
export const governanceBody = defineKind({
  name: 'GovernanceBody',
  plural: 'governanceBodies',
  code: 'GOV',
  zh: '法人治理机构',
  en: 'Body of governance',
  level: 'DISTRICT',
  interfaces: [],
  key: ['uscc', 'governanceKind'],
  fields: {
    uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Unified social credit code' },
    organizationName: { type: 'text', zh: '组织名称', en: "Organization's name", maxLength: 200 },
    governanceKind: { type: governanceKind, zh: '治理机构', en: 'Body', dimension: 'governanceKind' },
    governanceStatus: { type: governanceStatus, zh: '状态', en: 'Status' },
    members: { type: 'integer', zh: '成员人数', en: 'Members', optional: true, min: 0 },
    term: { type: 'integer', zh: '届次', en: 'Number of the term', optional: true, min: 1 },
    foundedAt: { type: 'date', zh: '设立日期', en: 'Founded on' },
    electedAt: { type: 'date', zh: '本届选举日期', en: 'Elected on' },
    nextElectionAt: { type: 'date', zh: '应换届日期', en: 'To be elected again by' },
    endedAt: { type: 'date', zh: '撤销日期', en: 'Ended on', optional: true },
  },
  validity: { from: 'foundedAt', to: 'endedAt' },
  check: endsAfter('electedAt', 'nextElectionAt'),
  noun: 'body',
  rules: [term],
  workflow: {
    field: 'governanceStatus',
    initial: 'IN_OFFICE',
    actions: {
      reelectGovernanceBody: {
        zh: '登记换届',
        en: 'Note a new election',
        from: ['IN_OFFICE'],
        by,
        takes: { electedAt: 'required', nextElectionAt: 'required', members: 'optional', term: 'optional' },
        rules: [term],
        source: S3,
      },
      dissolveGovernanceBody: {
        zh: '撤销治理机构',
        en: 'Dissolve the body',
        from: ['IN_OFFICE'],
        to: 'DISSOLVED',
        by,
        stamps: ['endedAt'],
        source: S3,
      },
    },
  },
  measures: [
    stock('governance.bodies', ['法人治理机构数', 'Bodies of governance', '个']),
    stock('governance.overdue', ['逾期未换届的治理机构数', 'Bodies whose election is overdue', '个'], {
      where: { field: 'nextElectionAt', passed: true },
    }),
    flow('governance.elections', ['期内换届数', 'Elections in the period', '次'], { on: 'electedAt' }),
  ],
});
