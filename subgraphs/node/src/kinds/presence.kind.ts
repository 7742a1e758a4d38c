import { defineKind, serviceField, type KindDefinition } from '@onenx/schema';
import { OFFICER_OF } from '../work/actor.js';
import { endingBy, endingFields } from './ending.js';
import { endsAfter } from './ends-after.js';
import { levelNames } from './level-names.js';
import { measuresOver } from './measures-over.js';

const SOURCE =
  'Changning consultative report (about 2014), Minhang study (2015): 专业社会组织引进; OneNX data model 5.3 (12)';

/** Where an organization works, whatever place it is registered in. */
export function presenceKind(level: 'STREET' | 'COMMITTEE'): KindDefinition {
  const { prefix, suffix, letter, zh } = levelNames[level];
  const name = `${prefix}Presence`;
  const measure = measuresOver(name, level, SOURCE);
  return defineKind({
    name,
    plural: `${suffix}Presences`,
    code: `${letter}PRS`,
    zh: `${zh}服务驻点`,
    en: `Operating presence in the ${suffix}`,
    level,
    interfaces: [],
    key: ['presenceNo'],
    fields: {
      presenceNo: { type: 'text', zh: '驻点编号', en: 'Presence number', maxLength: 60 },
      uscc: { type: 'creditCode', zh: '统一社会信用代码', en: 'Credit code' },
      organizationName: { type: 'text', zh: '组织名称', en: 'Organization', maxLength: 200 },
      serviceField: { type: serviceField, zh: '服务领域', en: 'Service field', dimension: 'serviceField' },
      introduced: { type: 'boolean', zh: '外部引进', en: 'Brought in from outside', optional: true },
      startedAt: { type: 'date', zh: '进驻日期', en: 'Here from' },
      ...endingFields,
    },
    validity: { from: 'startedAt', to: 'endedAt' },
    check: endsAfter('startedAt', 'endedAt'),
    workflow: endingBy({
      action: `end${prefix}Presence`,
      zh: '撤出驻点',
      en: 'End the presence',
      by: [OFFICER_OF[level]],
      source: SOURCE,
    }),
    measures: [
      measure.stock(`presences.${suffix}`, [`${zh}服务驻点数`, `Operating presences in the ${suffix}`, '个']),
      measure.distinct(
        `orgs.serving.${suffix}`,
        [`在${zh}服务的组织数(去重)`, `Organizations serving the ${suffix}`, '家'],
        {
          field: 'uscc',
        },
      ),
      measure.distinct(
        `orgs.introduced.${suffix}`,
        [`引进${zh}服务的组织数(去重)`, `Organizations brought in to serve the ${suffix}`, '家'],
        { field: 'uscc', where: { field: 'introduced', in: [true] } },
      ),
    ],
  });
}
