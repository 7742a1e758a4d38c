import type { ImportColumn } from '../import/columns/import-column.js';
import { parameterUnit } from './parameter-unit.js';

const given = { required: true, personal: false } as const;
const optional = { required: false, personal: false } as const;

/** The columns of a file of legal parameters. An empty place is everywhere, an empty last day still in force. */
export const parameterColumns: readonly ImportColumn[] = [
  { ...given, name: 'name', zh: '参数名', en: 'Parameter', type: 'text', maxLength: 100 },
  { ...optional, name: 'place', zh: '适用区划代码', en: 'Division code', type: 'place' },
  { ...given, name: 'value', zh: '数值', en: 'Value', type: 'number', min: 0 },
  { ...given, name: 'unit', zh: '单位', en: 'Unit', type: parameterUnit },
  { ...given, name: 'validFrom', zh: '生效日期', en: 'Valid from', type: 'date' },
  { ...optional, name: 'validTo', zh: '失效日期', en: 'Valid to', type: 'date' },
  { ...given, name: 'zh', zh: '中文名称', en: 'Chinese name', type: 'text', maxLength: 200 },
  { ...given, name: 'en', zh: '英文名称', en: 'English name', type: 'text', maxLength: 200 },
  { ...given, name: 'source', zh: '依据', en: 'Source', type: 'text', maxLength: 500 },
  { ...given, name: 'confirmed', zh: '依据已核实', en: 'Source confirmed', type: 'boolean' },
];
