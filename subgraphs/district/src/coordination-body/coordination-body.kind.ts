import { endingBy, endingFields, endsAfter, measuresOver } from '@onenx/node/kinds';
import { coordinationKind, defineKind } from '@onenx/schema';
import { S2 } from '../sources.js';

const { stock } = measuresOver('CoordinationBody', 'DISTRICT', S2);

/** A leading group, joint conference, office or circle of advisers that coordinates work on social development. */
export const coordinationBody = defineKind({
  name: 'CoordinationBody',
  plural: 'coordinationBodies',
  code: 'CORD',
  zh: '议事协调机构',
  en: 'Coordinating body',
  level: 'DISTRICT',
  interfaces: [],
  key: ['bodyNo'],
  fields: {
    bodyNo: { type: 'text', zh: '机构编号', en: 'Number', maxLength: 60 },
    name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
    coordinationKind: { type: coordinationKind, zh: '种类', en: 'Kind', dimension: 'coordinationKind' },
    leadUnit: { type: 'text', zh: '牵头单位', en: 'Leading unit', optional: true, maxLength: 100 },
    memberUnits: { type: 'integer', zh: '成员单位数', en: 'Member units', optional: true, min: 0 },
    foundedAt: { type: 'date', zh: '成立日期', en: 'Founded on' },
    ...endingFields,
  },
  validity: { from: 'foundedAt', to: 'endedAt' },
  check: endsAfter('foundedAt', 'endedAt'),
  noun: 'body',
  workflow: endingBy({
    action: 'endCoordinationBody',
    zh: '撤销议事协调机构',
    en: 'End the body',
    by: ['DISTRICT_SUPERVISOR'],
    source: S2,
  }),
  measures: [stock('coordination.bodies', ['议事协调机构数', 'Coordinating bodies', '个'])],
});
