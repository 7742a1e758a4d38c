import { refersTo } from '@onenx/node/kinds';
import type { WorkflowDefinition } from '@onenx/schema';

const source = 'Changning implementation opinion (2021): 居民自治章程、居民公约、住户守则';
const by = ['COMMITTEE_WORKER'] as const;

/** Drafted, adopted by the residents, filed; a later edition or a repeal ends it. */
export const charterFiling: WorkflowDefinition = {
  field: 'charterStatus',
  initial: 'DRAFTED',
  actions: {
    adoptCommunityCharter: {
      zh: '居民会议通过',
      en: 'Adopt the document',
      from: ['DRAFTED'],
      to: 'ADOPTED',
      by,
      takes: { adoptedAt: 'optional' },
      stamps: ['adoptedAt'],
      rules: [
        refersTo(
          { field: 'estateNo', kind: 'Estate', theirs: 'estateNo' },
          {
            code: 'CHARTER_ESTATE',
            zh: '适用小区应在本居委会的小区名录中',
            en: 'The estate that a charter is for is on the list of estates',
            source: 'OneNX: numbers that a record names exist',
          },
        ),
      ],
      source,
    },
    fileCommunityCharter: {
      zh: '报街镇备案',
      en: 'File the document with the street',
      from: ['ADOPTED'],
      to: 'FILED',
      by: ['COMMITTEE_WORKER', 'STREET_OFFICER'],
      stamps: ['filedAt'],
      source,
    },
    replaceCommunityCharter: {
      zh: '废止或由新版替代',
      en: 'Repeal the document or replace it by a later edition',
      from: ['DRAFTED', 'ADOPTED', 'FILED'],
      to: 'REPLACED',
      by,
      stamps: ['replacedAt'],
      source,
    },
  },
};
