import { endingBy, endingFields, endsAfter, measuresOver, refersTo } from '@onenx/node/kinds';
import { defineKind } from '@onenx/schema';

const SOURCE = 'Changning consultative report (about 2014): 小区自治家园、家门口工程会商';
const measure = measuresOver('SelfGovernanceHome', 'COMMITTEE', SOURCE);

/** An estate that residents run as a self-governed home. */
export const selfGovernanceHome = defineKind({
  name: 'SelfGovernanceHome',
  plural: 'selfGovernanceHomes',
  code: 'HOME',
  zh: '小区自治家园',
  en: 'Self-governed estate',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['homeNo'],
  fields: {
    homeNo: { type: 'text', zh: '自治家园编号', en: 'Number', maxLength: 60 },
    name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
    estateNo: { type: 'text', zh: '小区编号', en: 'Estate number', maxLength: 60 },
    doorstepProjects: {
      type: 'integer',
      zh: '家门口工程会商数',
      en: 'Doorstep works agreed on',
      optional: true,
      min: 0,
    },
    startedAt: { type: 'date', zh: '创建日期', en: 'Began on' },
    ...endingFields,
  },
  validity: { from: 'startedAt', to: 'endedAt' },
  check: endsAfter('startedAt', 'endedAt'),
  rules: [
    refersTo(
      { field: 'estateNo', kind: 'Estate', theirs: 'estateNo' },
      {
        code: 'HOME_ESTATE',
        zh: '自治家园所在小区应在本居委会的小区名录中',
        en: 'The estate of a self-governed home is on the list of estates',
        source: 'OneNX: numbers that a record names exist',
      },
    ),
  ],
  workflow: endingBy({
    action: 'endSelfGovernanceHome',
    zh: '终止自治家园',
    en: 'End the self-governed home',
    by: ['COMMITTEE_WORKER'],
    source: SOURCE,
  }),
  measures: [
    measure.stock('selfGovernanceHomes', ['小区自治家园数', 'Self-governed estates', '个']),
    measure.stock('selfGovernanceHomes.doorstepProjects', ['家门口工程会商数', 'Doorstep works agreed on', '项'], {
      field: 'doorstepProjects',
    }),
  ],
});
