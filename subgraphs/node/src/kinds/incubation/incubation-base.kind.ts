import { defineKind, incubatorKind, type BasicMeasure, type KindDefinition, type Level } from '@onenx/schema';
import { OFFICER_OF } from '../../work/actor.js';
import { endingBy, endingFields } from '../ending.js';
import { endsAfter } from '../ends-after.js';
import { levelNames } from '../level-names.js';
import { measuresOver } from '../measures-over.js';

const SOURCE =
  'Changning consultative report (about 2014); Minhang study (2015); Changning implementation opinion (2021): 孵化基地';

/** Where young organizations are taken in and helped. Areas are in square metres. */
export function incubationBaseKind(level: 'DISTRICT' | 'STREET'): KindDefinition {
  const { prefix, suffix, letter, zh } = levelNames[level];
  const name = `${prefix}IncubationBase`;
  const count = { type: 'integer', optional: true, min: 0 } as const;
  return defineKind({
    name,
    plural: `${suffix}IncubationBases`,
    code: `${letter}INB`,
    zh: `${zh}孵化基地`,
    en: `Incubation base of the ${suffix}`,
    level,
    interfaces: [],
    key: ['baseNo'],
    fields: {
      baseNo: { type: 'text', zh: '基地编号', en: 'Base number', maxLength: 60 },
      name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
      incubatorKind: { type: incubatorKind, zh: '基地类别', en: 'Sort of base', dimension: 'incubatorKind' },
      areaM2: { type: 'number', zh: '面积(平方米)', en: 'Area (m²)', optional: true, min: 0 },
      zones: { ...count, zh: '功能区数', en: 'Zones' },
      capacity: { ...count, zh: '可入驻数', en: 'Places for organizations' },
      shared: { type: 'boolean', zh: '资源共享', en: 'Shares its resources with the community', optional: true },
      operatorUscc: { type: 'creditCode', zh: '运营方统一社会信用代码', en: "Operator's credit code", optional: true },
      operatingModel: { type: 'text', zh: '运营管理模式', en: 'How it is run', optional: true, maxLength: 200 },
      incentives: { type: 'text', zh: '扶持激励', en: 'Support given', optional: true, maxLength: 500 },
      address: { type: 'text', zh: '地址', en: 'Address', optional: true, maxLength: 200 },
      openedAt: { type: 'date', zh: '启用日期', en: 'Opened on' },
      ...endingFields,
    },
    validity: { from: 'openedAt', to: 'endedAt' },
    check: endsAfter('openedAt', 'endedAt'),
    noun: 'base',
    workflow: endingBy({
      action: `close${prefix}IncubationBase`,
      zh: '关闭基地',
      en: 'Close the base',
      by: [OFFICER_OF[level]],
      source: SOURCE,
    }),
    measures: measuresOf(level, name),
  });
}

function measuresOf(level: Level, name: string): BasicMeasure[] {
  const { suffix, zh } = levelNames[level];
  const { stock } = measuresOver(name, level, SOURCE);
  return [
    stock(`incubationBases.${suffix}`, [`${zh}孵化基地数`, `Incubation bases of the ${suffix}`, '个']),
    stock(
      `incubationBases.areaM2.${suffix}`,
      [`${zh}孵化基地面积`, `Area of the incubation bases of the ${suffix}`, '㎡'],
      { field: 'areaM2' },
    ),
    stock(
      `incubationBases.capacity.${suffix}`,
      [`${zh}孵化基地可入驻数`, `Places in the incubation bases of the ${suffix}`, '家'],
      { field: 'capacity' },
    ),
    stock(
      `incubationBases.shared.${suffix}`,
      [`${zh}资源共享的孵化基地数`, `Incubation bases of the ${suffix} that share their resources`, '个'],
      { where: { field: 'shared', in: [true] } },
    ),
  ];
}
