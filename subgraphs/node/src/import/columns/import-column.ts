import {
  openClass,
  recordState,
  shareClass,
  type FieldDefinition,
  type FieldType,
  type FieldValue,
  type KindDefinition,
  type Vocabulary,
} from '@onenx/schema';

/** A column that a file of records, or of places, may have. */
export interface ImportColumn {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly type: FieldType | Vocabulary | 'place';
  /** The file must have the column, and each row a value in it. */
  readonly required: boolean;
  readonly personal: boolean;
  /** What a new record gets where the file has no value. */
  readonly initial?: FieldValue;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
}

const optional = { required: false, personal: false } as const;

const PLACE: ImportColumn = {
  name: 'place',
  zh: '所属区划代码',
  en: 'Division code',
  type: 'place',
  required: true,
  personal: false,
};

/** `updatedAt` has no fixed initial value: it is the day of the import. */
const BASE: readonly ImportColumn[] = [
  { ...optional, name: 'updatedAt', zh: '更新日期', en: 'Updated on', type: 'date' },
  { ...optional, name: 'externalId', zh: '来源系统编号', en: 'Number in the source', type: 'text', maxLength: 200 },
  { ...optional, name: 'state', zh: '数据状态', en: 'State of the record', type: recordState, initial: 'SUBMITTED' },
  {
    ...optional,
    name: 'shareClass',
    zh: '共享属性',
    en: 'Sharing between authorities',
    type: shareClass,
    initial: 'UNCONDITIONAL',
  },
  { ...optional, name: 'openClass', zh: '开放属性', en: 'Opening to the public', type: openClass, initial: 'CLOSED' },
  { ...optional, name: 'synthetic', zh: '示例数据', en: 'Synthetic', type: 'boolean', initial: false },
];

/** The columns of a kind's files in the order of its template and its export. */
export function columnsOf(kind: KindDefinition): readonly ImportColumn[] {
  return [PLACE, ...Object.entries(kind.fields).map(([name, field]) => fieldColumn(name, field)), ...BASE];
}

function fieldColumn(name: string, field: FieldDefinition): ImportColumn {
  const { type, zh, en, min, max, maxLength } = field;
  return { name, zh, en, type, min, max, maxLength, required: !field.optional, personal: field.personal === true };
}
