import { isVocabulary, type KindDefinition } from '@onenx/schema';
import type { FileLanguage } from './columns/cell-writer.js';
import { formatOf } from './columns/format.js';
import { columnsOf, type ImportColumn } from './columns/import-column.js';
import { divisionColumns } from './divisions/division-columns.js';
import { textStart } from './write/text-writer.js';

/** A column of a template, for the documentation. */
export interface TemplateColumn {
  readonly column: string;
  readonly zh: string;
  readonly en: string;
  readonly required: boolean;
  /** What a cell looks like, in words that serve both languages. */
  readonly format: string;
  /** The codes of its list with their labels; null where any value of the format will do. */
  readonly list: string | null;
}

/** The header line of a kind's file. CSV has no comments, so what the columns hold is said by `describeTemplate`. */
export function template(kind: KindDefinition, language: FileLanguage): string {
  return textStart({ columns: columnsOf(kind), language, format: 'csv' });
}

export function describeTemplate(kind: KindDefinition): TemplateColumn[] {
  return columnsOf(kind).map(describeColumn);
}

/** The header line of a file of places. */
export function divisionTemplate(language: FileLanguage): string {
  return textStart({ columns: divisionColumns, language, format: 'csv' });
}

export function describeDivisionTemplate(): TemplateColumn[] {
  return divisionColumns.map(describeColumn);
}

/** A column of a template in words. */
export function describeColumn(column: ImportColumn): TemplateColumn {
  const { name, zh, en, required, type } = column;
  const entries = type !== 'place' && isVocabulary(type) ? type.entries : null;
  const list = entries?.map((entry) => `${entry.code} ${entry.zh} ${entry.en}`).join('; ') ?? null;
  return { column: name, zh, en, required, format: formatOf(column), list };
}
