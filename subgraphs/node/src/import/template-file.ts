import { isVocabulary, type KindDefinition } from '@onenx/schema';
import { heading, type FileLanguage } from './columns/cell-writer.js';
import { columnsOf, type ImportColumn } from './columns/import-column.js';
import { divisionColumns } from './divisions/division-columns.js';
import { parameterColumns } from '../parameters/parameter-columns.js';
import { describeColumn } from './template.js';
import { textStart } from './write/text-writer.js';
import { workbook, type Sheet } from './write/workbook.js';

export interface TemplateShape {
  readonly language: FileLanguage;
  readonly format: 'csv' | 'xlsx';
}

/** The empty file in which records of a kind, places or legal parameters are imported. */
export async function templateFile(
  of: KindDefinition | 'divisions' | 'legal-parameters',
  shape: TemplateShape,
): Promise<Buffer> {
  const columns = of === 'divisions' ? divisionColumns : of === 'legal-parameters' ? parameterColumns : columnsOf(of);
  return fileOf(columns, shape);
}

/** A workbook says on further sheets what its columns hold and which codes there are; CSV has no room for that. */
async function fileOf(columns: readonly ImportColumn[], { language, format }: TemplateShape): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(textStart({ columns, language, format }));
  const header = { title: 'data', rows: [columns.map((column) => heading(column, language))] };
  return workbook([header, definitions(columns), codeLists(columns)]);
}

function definitions(columns: readonly ImportColumn[]): Sheet {
  const rows = columns.map(describeColumn).map(({ column, zh, en, required, format }) => {
    return [column, zh, en, required ? '是 yes' : '', format];
  });
  return { title: '说明 columns', rows: [['列 column', '中文', 'English', '必填 required', '格式 format'], ...rows] };
}

function codeLists(columns: readonly ImportColumn[]): Sheet {
  const lists = columns.flatMap(({ type }) => (type !== 'place' && isVocabulary(type) ? [type] : []));
  const rows = [...new Set(lists)].flatMap(({ name, entries }) =>
    entries.map(({ code, zh, en }) => [name, code, zh, en]),
  );
  return { title: '代码表 lists', rows: [['代码表 list', '代码 code', '中文', 'English'], ...rows] };
}
