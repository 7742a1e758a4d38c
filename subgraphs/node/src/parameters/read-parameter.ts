import type { LegalParameter } from '@onenx/schema';
import type { ReadRow } from '../import/rows/row-reader.js';
import { rowReport, type RowReport } from '../import/rows/row-report.js';

/** The parameter that a row says, or what is wrong with it. */
export function readParameter({ values, line }: ReadRow): LegalParameter | RowReport {
  const { validFrom, validTo, value, unit } = values;
  if (validTo !== null && validTo !== undefined && String(validTo) <= String(validFrom)) {
    const params = { field: 'validTo', found: String(validTo), expected: String(validFrom) };
    return rowReport({ line, column: 'validTo' }, 'DATES_REVERSED', params);
  }
  if (unit === 'monthDay' && !isMonthDay(Number(value))) {
    const params = { field: 'value', found: Number(value), expected: 'MMDD: 101 … 1231' };
    return rowReport({ line, column: 'value' }, 'NUMBER_INVALID', params);
  }
  return {
    name: String(values['name']),
    place: String(values['place'] ?? ''),
    value: Number(value),
    unit: String(unit),
    validFrom: String(validFrom),
    validTo: validTo === null || validTo === undefined ? null : String(validTo),
    zh: String(values['zh']),
    en: String(values['en']),
    source: String(values['source']),
    confirmed: values['confirmed'] === true,
  };
}

/** 29 February is no last day of anything that is due each year. */
function isMonthDay(value: number): boolean {
  const day = new Date(Date.UTC(2001, Math.floor(value / 100) - 1, value % 100));
  return Number.isInteger(value) && (day.getUTCMonth() + 1) * 100 + day.getUTCDate() === value;
}
