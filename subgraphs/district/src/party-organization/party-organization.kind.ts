import { endingBy, endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, partyOrganizationLevel } from '@onenx/schema';
import { S1, S3 } from '../sources.js';

const { stock, flow } = measuresOver('PartyOrganization', 'DISTRICT', `OneNX data model 5.3 (28, 29); ${S1}; ${S3}`);

/**
 * A party organization among social organizations, in a tree of its own beside that of the administration. Which
 * organization it covers, and how, is said by the organization: `partyCoverage` and `partyOrganizationNo`.
 */
export const partyOrganization = defineKind({
  name: 'PartyOrganization',
  plural: 'partyOrganizations',
  code: 'PTY',
  zh: '党组织',
  en: 'Party organization',
  level: 'DISTRICT',
  interfaces: [],
  key: ['partyOrganizationNo'],
  fields: {
    partyOrganizationNo: { type: 'text', zh: '党组织编号', en: 'Number', maxLength: 60 },
    name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
    partyLevel: { type: partyOrganizationLevel, zh: '层级', en: 'Level', dimension: 'partyLevel' },
    parentNo: { type: 'text', zh: '上级党组织编号', en: 'Number of the one above', optional: true, maxLength: 60 },
    hostUscc: { type: 'creditCode', zh: '所在社会组织', en: 'Credit code of its organization', optional: true },
    members: { type: 'integer', zh: '党员人数', en: 'Party members', optional: true, min: 0 },
    foundedAt: { type: 'date', zh: '成立日期', en: 'Founded on' },
    nextElectionAt: { type: 'date', zh: '应换届日期', en: 'To be elected again by', optional: true },
    ...endingFields,
  },
  validity: { from: 'foundedAt', to: 'endedAt' },
  check: endsAfter('foundedAt', 'endedAt'),
  workflow: endingBy({
    action: 'dissolvePartyOrganization',
    zh: '撤销党组织',
    en: 'Dissolve the party organization',
    by: ['DISTRICT_SUPERVISOR'],
    source: S3,
  }),
  measures: [
    stock('party.organizations', ['社会组织党组织数', 'Party organizations', '个']),
    stock('party.members', ['社会组织党员数', 'Party members in them', '人'], { field: 'members', sensitive: true }),
    stock('party.electionsOverdue', ['逾期未换届的党组织数', 'Party organizations whose election is overdue', '个'], {
      where: { field: 'nextElectionAt', passed: true },
    }),
    flow('party.founded', ['新建党组织数', 'Party organizations founded', '个'], { on: 'foundedAt' }),
  ],
});
