import { endingBy, endingFields, endsAfter, firstProblem, measuresOver, notMoreThan } from '@onenx/node/kinds';
import { defineKind } from '@onenx/schema';

const SOURCE = 'Changning implementation opinion (2021): 社区社会工作服务站; OneNX data model 5.3 (45, 46)';
const { stock } = measuresOver('SocialWorkStation', 'STREET', SOURCE);

/** The social work station of a street. Who works there stays with the certificates; here stand numbers alone. */
export const socialWorkStation = defineKind({
  name: 'SocialWorkStation',
  plural: 'socialWorkStations',
  code: 'SWST',
  zh: '社区社会工作服务站',
  en: 'Social work station',
  level: 'STREET',
  interfaces: [],
  key: ['stationNo'],
  fields: {
    stationNo: { type: 'text', zh: '站点编号', en: 'Station number', maxLength: 60 },
    name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
    operatorUscc: { type: 'creditCode', zh: '运营方统一社会信用代码', en: "Operator's credit code", optional: true },
    staff: { type: 'integer', zh: '社工人数', en: 'Social workers', optional: true, min: 0, max: 10_000 },
    certifiedStaff: { type: 'integer', zh: '其中持证人数', en: 'Of them, certified', optional: true, min: 0 },
    scope: { type: 'text', zh: '服务范围', en: 'What it does', optional: true, maxLength: 500 },
    address: { type: 'text', zh: '地址', en: 'Address', optional: true, maxLength: 200 },
    openedAt: { type: 'date', zh: '启用日期', en: 'Opened on' },
    ...endingFields,
  },
  validity: { from: 'openedAt', to: 'endedAt' },
  check: firstProblem(endsAfter('openedAt', 'endedAt'), notMoreThan('staff', ['certifiedStaff'])),
  noun: 'station',
  workflow: endingBy({
    action: 'closeSocialWorkStation',
    zh: '关闭社工站',
    en: 'Close the station',
    by: ['STREET_OFFICER'],
    source: SOURCE,
  }),
  measures: [
    stock('stations', ['社工站数', 'Social work stations', '个']),
    stock('stations.staff', ['社工站社工人数', 'Social workers of the stations', '人'], { field: 'staff' }),
    stock('stations.certified', ['社工站持证社工人数', 'Certified social workers of the stations', '人'], {
      field: 'certifiedStaff',
    }),
  ],
});
