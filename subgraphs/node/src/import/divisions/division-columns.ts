import type { ImportColumn } from '../columns/import-column.js';

const optional = { required: false, personal: false } as const;

/** The columns of a file of places. `level` is checked against the code; `kind` follows from the code and is not read. */
export const divisionColumns: readonly ImportColumn[] = [
  { name: 'code', zh: '代码', en: 'Code', type: 'place', required: true, personal: false },
  { name: 'name', zh: '名称', en: 'Name', type: 'text', required: true, personal: false, maxLength: 100 },
  { ...optional, name: 'level', zh: '级别', en: 'Level', type: 'text' },
  { ...optional, name: 'kind', zh: '类型', en: 'Kind', type: 'text' },
  { ...optional, name: 'parent', zh: '上级代码', en: 'Parent', type: 'place' },
  { ...optional, name: 'validFrom', zh: '生效日期', en: 'Valid from', type: 'date' },
  { ...optional, name: 'validTo', zh: '失效日期', en: 'Valid to', type: 'date' },
  { ...optional, name: 'predecessors', zh: '前身代码', en: 'Predecessors', type: 'text' },
  { ...optional, name: 'synthetic', zh: '示例数据', en: 'Synthetic', type: 'boolean', initial: false },
];
