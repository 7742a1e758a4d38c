import { defineKind, serviceField, visitFinding, visitStatus, type KindDefinition } from '@onenx/schema';
import { endsAfter } from './ends-after.js';
import { levelNames } from './level-names.js';
import { measuresOver } from './measures-over.js';
import { visitFollowUp } from './visit-follow-up.js';

const SOURCE = 'Changning implementation opinion (2021): 走访、排查、调研; OneNX data model 5.3 (27)';

/** A visit to an organization, team or group by whoever is near to it; what was found is a code, never a story. */
export function visitKind(level: 'STREET' | 'COMMITTEE'): KindDefinition {
  const { prefix, suffix, letter, zh } = levelNames[level];
  const name = `${prefix}Visit`;
  const measure = measuresOver(name, level, SOURCE);
  return defineKind({
    name,
    plural: `${suffix}Visits`,
    code: `${letter}VIS`,
    zh: `${zh}走访记录`,
    en: `Visit by the ${suffix}`,
    level,
    interfaces: [],
    key: ['visitNo'],
    fields: {
      visitNo: { type: 'text', zh: '走访编号', en: 'Visit number', maxLength: 60 },
      visitedUscc: { type: 'creditCode', zh: '被走访组织统一社会信用代码', en: 'Credit code visited', optional: true },
      visitedId: { type: 'id', zh: '被走访团队或小组', en: 'Team or group visited', optional: true },
      serviceField: {
        type: serviceField,
        zh: '服务领域',
        en: 'Service field',
        optional: true,
        dimension: 'serviceField',
      },
      visitedAt: { type: 'date', zh: '走访日期', en: 'Visited on' },
      finding: { type: visitFinding, zh: '走访情况', en: 'What was found', dimension: 'visitFinding' },
      visitStatus: { type: visitStatus, zh: '走访状态', en: 'Status', dimension: 'visitStatus' },
      followUpDue: { type: 'date', zh: '跟进期限', en: 'Follow-up due on', optional: true },
      warningId: { type: 'id', zh: '关联预警', en: 'Warning raised', optional: true },
      closedAt: { type: 'date', zh: '办结日期', en: 'Closed on', optional: true },
    },
    validity: { from: 'visitedAt', to: 'closedAt' },
    check: endsAfter('visitedAt', 'closedAt'),
    workflow: visitFollowUp(level),
    measures: [
      measure.flow(`visits.${suffix}`, [`${zh}走访次数`, `Visits by the ${suffix}`, '次'], { on: 'visitedAt' }),
      measure.distinct(
        `visits.orgsVisited.${suffix}`,
        [`${zh}走访的组织数`, `Organizations visited by the ${suffix}`, '家'],
        {
          field: 'visitedUscc',
          on: 'visitedAt',
        },
      ),
      measure.distinct(
        `visits.unreachable.${suffix}`,
        [`${zh}走访联系不上或无活动的组织数`, `Organizations that the ${suffix} found unreachable or inactive`, '家'],
        { field: 'visitedUscc', on: 'visitedAt', where: { field: 'finding', in: ['UNREACHABLE', 'INACTIVE'] } },
      ),
    ],
  });
}
