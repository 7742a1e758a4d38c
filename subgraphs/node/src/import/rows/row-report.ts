import { renderError, type ErrorCode, type ErrorParams } from '@onenx/schema';

/** One fault of one row, as the report of rejected rows has it. Values of personal fields are not in it. */
export interface RowReport {
  readonly line: number;
  /** The name of our column; empty where the row as a whole is at fault. */
  readonly column: string;
  readonly code: ErrorCode;
  readonly found: string;
  readonly expected: string;
  readonly messageZh: string;
  readonly messageEn: string;
}

interface Fault {
  readonly line: number;
  readonly column: string;
  readonly personal?: boolean;
}

export function rowReport({ line, column, personal }: Fault, code: ErrorCode, params: ErrorParams): RowReport {
  // The length of a text is not the text.
  const shown = personal && typeof params['found'] === 'string' ? { ...params, found: '***' } : params;
  return {
    line,
    column,
    code,
    found: String(shown['found'] ?? ''),
    expected: String(shown['expected'] ?? ''),
    messageZh: renderError(code, shown, 'zh'),
    messageEn: renderError(code, shown, 'en'),
  };
}
