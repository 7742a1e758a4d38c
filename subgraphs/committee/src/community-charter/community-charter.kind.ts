import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { charterKind, charterStatus, defineKind } from '@onenx/schema';
import { charterFiling } from './charter-filing.js';

const measure = measuresOver(
  'CommunityCharter',
  'COMMITTEE',
  'Changning implementation opinion (2021): 居民自治章程、居民公约、住户守则',
);

/** A document by which residents rule themselves; each version is a record of its own. */
export const communityCharter = defineKind({
  name: 'CommunityCharter',
  plural: 'communityCharters',
  code: 'CHAR',
  zh: '居民公约',
  en: 'Community charter',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['charterNo', 'edition'],
  fields: {
    charterNo: { type: 'text', zh: '规约编号', en: 'Document number', maxLength: 60 },
    edition: { type: 'integer', zh: '版次', en: 'Edition', min: 1 },
    title: { type: 'text', zh: '名称', en: 'Title', maxLength: 200 },
    charterKind: { type: charterKind, zh: '规约类别', en: 'Sort of document', dimension: 'charterKind' },
    estateNo: { type: 'text', zh: '适用小区编号', en: 'Estate that it is for', optional: true, maxLength: 60 },
    charterStatus: { type: charterStatus, zh: '规约状态', en: 'Status', dimension: 'charterStatus' },
    draftedAt: { type: 'date', zh: '起草日期', en: 'Drafted on' },
    adoptedAt: { type: 'date', zh: '通过日期', en: 'Adopted on', optional: true },
    filedAt: { type: 'date', zh: '备案日期', en: 'Filed on', optional: true },
    replacedAt: { type: 'date', zh: '废止日期', en: 'Replaced or repealed on', optional: true },
  },
  validity: { from: 'draftedAt', to: 'replacedAt' },
  check: endsAfter('draftedAt', 'replacedAt'),
  noun: 'charter',
  workflow: charterFiling,
  measures: [
    measure.stock('charters.filed', ['已备案的居民公约和章程数', 'Charters and pacts filed', '份'], {
      where: { field: 'charterStatus', in: ['FILED'] },
    }),
    measure.flow('charters.filedNew', ['新备案的居民公约和章程数', 'Charters and pacts newly filed', '份'], {
      on: 'filedAt',
    }),
  ],
});
