import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, platformKind, platformStatus } from '@onenx/schema';
import { legalForm } from './legal-form.js';
import { operation } from './operation.js';

const { stock, distinct } = measuresOver(
  'StreetPlatform',
  'STREET',
  'Changning implementation opinion (2021): 两会一中心; OneNX data model 5.3 (46)',
);

/** One of the three platforms of a street: its federation, its community foundation or its service centre. */
export const streetPlatform = defineKind({
  name: 'StreetPlatform',
  plural: 'streetPlatforms',
  code: 'SPLT',
  zh: '两会一中心',
  en: 'Platform of a street',
  level: 'STREET',
  interfaces: [],
  key: ['platformNo'],
  fields: {
    platformNo: { type: 'text', zh: '平台编号', en: 'Platform number', maxLength: 60 },
    name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
    platformKind: { type: platformKind, zh: '平台类别', en: 'Which of the three', dimension: 'platformKind' },
    platformStatus: { type: platformStatus, zh: '运行状态', en: 'How it is run', dimension: 'platformStatus' },
    uscc: { type: 'creditCode', zh: '法人统一社会信用代码', en: "Legal person's credit code", optional: true },
    coLocated: { type: 'boolean', zh: '合署办公', en: 'Shares its seat with the other platforms', optional: true },
    crossPosting: { type: 'boolean', zh: '交叉任职', en: 'Shares posts with the other platforms', optional: true },
    partyOrganizationId: { type: 'id', zh: '党组织', en: 'Party organization', optional: true },
    operatorUscc: {
      type: 'creditCode',
      zh: '受托运营方统一社会信用代码',
      en: "Contracted operator's credit code",
      optional: true,
    },
    operatingContractId: { type: 'id', zh: '委托运营合同', en: 'Contract of operation', optional: true },
    entrustedAt: { type: 'date', zh: '委托日期', en: 'Entrusted on', optional: true },
    address: { type: 'text', zh: '地址', en: 'Address', optional: true, maxLength: 200 },
    establishedAt: { type: 'date', zh: '成立日期', en: 'Established on' },
    closedAt: { type: 'date', zh: '关闭日期', en: 'Closed on', optional: true },
  },
  validity: { from: 'establishedAt', to: 'closedAt' },
  check: endsAfter('establishedAt', 'closedAt'),
  noun: 'platform',
  rules: [legalForm],
  workflow: operation,
  measures: [
    stock('platforms', ['两会一中心平台数', 'Platforms of streets', '个']),
    stock('platforms.legalPersons', ['具有法人资格的平台数', 'Platforms that are legal persons', '个'], {
      where: { field: 'uscc', isNull: false },
    }),
    stock('platforms.coLocated', ['合署办公的平台数', 'Platforms that share their seat', '个'], {
      where: { field: 'coLocated', in: [true] },
    }),
    stock('platforms.crossPosting', ['交叉任职的平台数', 'Platforms that share posts', '个'], {
      where: { field: 'crossPosting', in: [true] },
    }),
    stock('platforms.withPartyOrganization', ['建立党组织的平台数', 'Platforms with a party organization', '个'], {
      where: { field: 'partyOrganizationId', isNull: false },
    }),
    stock('platforms.entrusted', ['委托运营的平台数', 'Platforms run by a contracted organization', '个'], {
      where: { field: 'operatorUscc', isNull: false },
      source: 'Minhang study (2015): 招投标委托运营',
    }),
    stock('serviceCentres', ['社会组织服务中心数', 'Service centres of social organizations', '个'], {
      where: { field: 'platformKind', in: ['SERVICE_CENTRE'] },
      source: 'Ningbo and other cases (2013–2019): 全覆盖',
    }),
    distinct('platformKinds', ['已建平台种类数(两会一中心)', 'Kinds of platforms that there are, of three', '类'], {
      field: 'platformKind',
    }),
  ],
});
