import {
  defineKind,
  offeringStatus,
  serviceField,
  supplyMode,
  targetGroup,
  type BasicMeasure,
  type KindDefinition,
  type WorkflowDefinition,
} from '@onenx/schema';
import { OFFICER_OF } from '../work/actor.js';
import { endsAfter } from './ends-after.js';
import { levelNames } from './level-names.js';
import { measuresOver } from './measures-over.js';
import { anyPresent } from './rules/any-present.js';

const SOURCE = 'Changning implementation opinion (2021): 社区社会组织服务项目清单; OneNX data model 5.3 (31)';

type OfferingLevel = 'DISTRICT' | 'STREET';

/** A service that an organization or team offers, on the list of the node that looks after it. Prices are in fen. */
export function serviceOfferingKind(level: OfferingLevel): KindDefinition {
  const { prefix, suffix, letter, zh } = levelNames[level];
  const name = `${prefix}ServiceOffering`;
  const optional = true;
  return defineKind({
    name,
    plural: `${suffix}ServiceOfferings`,
    code: `${letter}OFR`,
    zh: `${zh}服务项目清单`,
    en: `Service offering on the list of the ${suffix}`,
    level,
    interfaces: [],
    key: ['offeringNo'],
    fields: {
      offeringNo: { type: 'text', zh: '服务项目编号', en: 'Offering number', maxLength: 60 },
      title: { type: 'text', zh: '服务项目名称', en: 'Title', maxLength: 200 },
      providerName: { type: 'text', zh: '提供方名称', en: 'Provider', maxLength: 200 },
      providerUscc: { type: 'creditCode', zh: '提供方统一社会信用代码', en: "Provider's credit code", optional },
      providerId: { type: 'id', zh: '提供服务的团队或小组', en: 'Team or group that provides it', optional },
      serviceField: { type: serviceField, zh: '服务领域', en: 'Service field', dimension: 'serviceField' },
      targetGroup: { type: targetGroup, zh: '服务对象', en: 'Target group', optional, dimension: 'targetGroup' },
      supplyMode: { type: supplyMode, zh: '供给方式', en: 'Mode of supply', optional, dimension: 'supplyMode' },
      price: { type: 'fen', zh: '价格(分)', en: 'Price (fen)', optional, min: 0 },
      priceUnit: { type: 'text', zh: '计价单位', en: 'What the price is for', optional, maxLength: 40 },
      offeringStatus: { type: offeringStatus, zh: '服务项目状态', en: 'Status', dimension: 'offeringStatus' },
      offeredAt: { type: 'date', zh: '列入清单日期', en: 'On the list from' },
      withdrawnAt: { type: 'date', zh: '撤回日期', en: 'Withdrawn on', optional },
    },
    validity: { from: 'offeredAt', to: 'withdrawnAt' },
    check: endsAfter('offeredAt', 'withdrawnAt'),
    noun: 'offering',
    rules: [
      anyPresent(['providerUscc', 'providerId'], {
        code: `${level}_OFFERING_PROVIDER`,
        zh: '应写明提供方的统一社会信用代码或团队、小组',
        en: 'An offering names a credit code, a team or a group as its provider',
        source: SOURCE,
      }),
    ],
    workflow: offering(level),
    measures: measuresOf(level, name),
  });
}

function offering(level: OfferingLevel): WorkflowDefinition {
  const { prefix } = levelNames[level];
  const shared = { by: [OFFICER_OF[level]], source: SOURCE };
  return {
    field: 'offeringStatus',
    initial: 'OFFERED',
    actions: {
      [`suspend${prefix}ServiceOffering`]: {
        ...shared,
        zh: '暂停服务项目',
        en: 'Offer it no longer for a time',
        from: ['OFFERED'],
        to: 'SUSPENDED',
      },
      [`resume${prefix}ServiceOffering`]: {
        ...shared,
        zh: '恢复服务项目',
        en: 'Offer it again',
        from: ['SUSPENDED'],
        to: 'OFFERED',
      },
      [`withdraw${prefix}ServiceOffering`]: {
        ...shared,
        zh: '撤回服务项目',
        en: 'Take it off the list',
        from: ['OFFERED', 'SUSPENDED'],
        to: 'WITHDRAWN',
        stamps: ['withdrawnAt'],
      },
    },
  };
}

function measuresOf(level: OfferingLevel, name: string): BasicMeasure[] {
  const { suffix, zh } = levelNames[level];
  const { stock, distinct } = measuresOver(name, level, SOURCE);
  return [
    stock(`offerings.${suffix}`, [`${zh}清单上的服务项目数`, `Services on the list of the ${suffix}`, '项']),
    distinct(
      `offerings.fields.${suffix}`,
      [`${zh}清单覆盖的服务领域数`, `Service fields on the list of the ${suffix}`, '个'],
      { field: 'serviceField' },
    ),
    distinct(
      `offerings.providers.${suffix}`,
      [`${zh}清单上的提供组织数`, `Organizations on the list of the ${suffix}`, '家'],
      { field: 'providerUscc' },
    ),
  ];
}
