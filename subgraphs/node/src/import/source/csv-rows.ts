import type { SourceRow } from './source-row.js';

/** A quoted cell that is still open after this many characters was never closed. */
const LONGEST_ROW = 1024 * 1024;
const UNCLOSED = { found: '"…', expected: '"…",' } as const;

interface Quoted {
  readonly cells: string[];
  /** The place after the row's line end. */
  readonly next: number;
}

/**
 * Splits CSV text (RFC 4180, comma, lines that end in `\n`) into rows, blank lines left out. A row whose quotes do not
 * close is malformed, and reading goes on with the line after the one on which it began, so that it takes no other row with
 * it. A quote inside an unquoted cell stands for itself.
 */
export class CsvRows {
  private text = '';
  private line = 1;

  /** The rows that `more` completes. */
  push(more: string): SourceRow[] {
    this.text += more;
    return this.take(false);
  }

  /** The rows that the end of the file completes. */
  end(): SourceRow[] {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
    return this.take(true);
  }

  private take(final: boolean): SourceRow[] {
    const { text } = this;
    const rows: SourceRow[] = [];
    let at = 0;
    let quote = text.indexOf('"');
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      if (quote < 0 || quote > end) {
        if (end > at) this.add(rows, text.slice(at, end).split(','));
        this.line += 1;
        at = end + 1;
        continue;
      }
      const quoted = readQuoted(text, at);
      if (quoted === 'OPEN' && !final && text.length - at < LONGEST_ROW) break;
      if (typeof quoted === 'string') {
        rows.push({ line: this.line, cells: [], malformed: UNCLOSED });
        this.line += 1;
        at = end + 1;
      } else {
        this.add(rows, quoted.cells);
        this.line += countLines(text, at, quoted.next);
        at = quoted.next;
      }
    }
    this.text = text.slice(at);
    return rows;
  }

  /** A row of empty cells is what a spreadsheet leaves below its table. */
  private add(rows: SourceRow[], cells: string[]): void {
    if (cells[0] !== '' || cells.some((cell) => cell !== '')) rows.push({ line: this.line, cells });
  }
}

/** OPEN: the text ends within a quoted cell. BROKEN: something follows a closing quote. */
function readQuoted(text: string, start: number): Quoted | 'OPEN' | 'BROKEN' {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const end = text.charAt(at) === '"' ? closingQuote(text, at + 1) : plainEnd(text, at);
    if (end < 0) return 'OPEN';
    const quoted = text.charAt(at) === '"';
    cells.push(quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end));
    const after = quoted ? end + 1 : end;
    const separator = text.charAt(after);
    if (separator === '\n') return { cells, next: after + 1 };
    if (separator === '') return 'OPEN';
    if (separator !== ',') return 'BROKEN';
    at = after + 1;
  }
}

/** The quote that is not one of a doubled pair; -1 when the text ends first. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at;
}

function plainEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  const comma = text.indexOf(',', from);
  return comma >= 0 && (newline < 0 || comma < newline) ? comma : newline;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
