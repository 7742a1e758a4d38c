import { centreKind, defineKind, siteKind, siteStatus, type BasicMeasure, type KindDefinition } from '@onenx/schema';
import { endsAfter } from './ends-after.js';
import { levelNames } from './level-names.js';
import { measuresOver } from './measures-over.js';
import { siteLife } from './service-site-life.js';

const SOURCE = 'Changning implementation opinion (2021): 社区综合服务设施, 睦邻点; OneNX data model 5.3 (47)';
const S1 = 'Jizhou case (2014)';

/** A room, house, shop or wall in which residents are served. Areas are in square metres. */
export function serviceSiteKind(level: 'STREET' | 'COMMITTEE'): KindDefinition {
  const { prefix, suffix, letter, zh } = levelNames[level];
  const name = `${prefix}ServiceSite`;
  return defineKind({
    name,
    plural: `${suffix}ServiceSites`,
    code: `${letter}SITE`,
    zh: `${zh}服务设施`,
    en: `Service site of the ${suffix}`,
    level,
    interfaces: [],
    key: ['siteNo'],
    fields: {
      siteNo: { type: 'text', zh: '设施编号', en: 'Site number', maxLength: 60 },
      name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
      siteKind: { type: siteKind, zh: '设施类别', en: 'Sort of site', dimension: 'siteKind' },
      centreKind: {
        type: centreKind,
        zh: '便民中心类别',
        en: 'Convenience centre',
        optional: true,
        dimension: 'centreKind',
      },
      siteStatus: { type: siteStatus, zh: '设施状态', en: 'Status', dimension: 'siteStatus' },
      areaM2: { type: 'number', zh: '面积(平方米)', en: 'Area (m²)', optional: true, min: 0 },
      address: { type: 'text', zh: '地址', en: 'Address', optional: true, maxLength: 200 },
      operatorUscc: { type: 'creditCode', zh: '运营方统一社会信用代码', en: "Operator's credit code", optional: true },
      runByOrganization: { type: 'boolean', zh: '由社会组织运营', en: 'Run by a social organization', optional: true },
      staff: { type: 'integer', zh: '工作人员数', en: 'Staff', optional: true, min: 0 },
      openedAt: { type: 'date', zh: '启用日期', en: 'Opened on' },
      closedAt: { type: 'date', zh: '关闭日期', en: 'Closed on', optional: true },
    },
    validity: { from: 'openedAt', to: 'closedAt' },
    check: endsAfter('openedAt', 'closedAt'),
    workflow: siteLife(level),
    measures: measuresOf(level, name),
  });
}

function measuresOf(level: 'STREET' | 'COMMITTEE', name: string): BasicMeasure[] {
  const { suffix, zh } = levelNames[level];
  const measure = measuresOver(name, level, SOURCE);
  const shared = [
    measure.stock(`sites.${suffix}`, [`${zh}服务设施数`, `Service sites of the ${suffix}`, '处']),
    measure.stock(`sites.areaM2.${suffix}`, [`${zh}服务设施面积`, `Area of the service sites of the ${suffix}`, '㎡'], {
      field: 'areaM2',
    }),
    measure.stock(
      `sites.runByOrgs.${suffix}`,
      [`${zh}由社会组织运营的设施数`, `Service sites of the ${suffix} run by social organizations`, '处'],
      { where: { field: 'runByOrganization', in: [true] } },
    ),
    measure.stock(`centres.${suffix}`, [`${zh}便民中心数`, `Convenience centres of the ${suffix}`, '个'], {
      where: { field: 'centreKind', isNull: false },
      source: S1,
    }),
    measure.distinct(
      `centreKinds.${suffix}`,
      [`${zh}已有的便民中心种类`, `Kinds of centres that the ${suffix} has`, '类'],
      {
        field: 'centreKind',
        source: S1,
      },
    ),
  ];
  return level === 'STREET' ? shared : [...shared, ...ofSort(name)];
}

/** Sites that a community is asked about by their sort. */
function ofSort(name: string): BasicMeasure[] {
  const measure = measuresOver(name, 'COMMITTEE', S1);
  const where = (kind: string) => ({ where: { field: 'siteKind', in: [kind] } });
  return [
    measure.stock('cultureWalls', ['文化宣传长廊数', 'Culture walls', '处'], where('CULTURE_WALL')),
    measure.stock('socialWorkRooms', ['社区社会工作室数', 'Social work rooms', '个'], where('SOCIAL_WORK_ROOM')),
    measure.stock(
      'organizationHomes',
      ['社会组织之家数', 'Homes of social organizations', '个'],
      where('ORGANIZATION_HOME'),
    ),
  ];
}
