import type { Cell, SourceRow } from './source-row.js';

/** Splits text into lines, blank ones left out, each read as one JSON object. */
export class NdjsonRows {
  private text = '';
  private line = 0;

  /** With no `header`, only the keys of each object are wanted: the cells are then the keys themselves. */
  constructor(private readonly header: readonly string[] | null) {}

  push(more: string): SourceRow[] {
    const lines = (this.text + more).split('\n');
    this.text = lines.pop() ?? '';
    return this.read(lines);
  }

  end(): SourceRow[] {
    const rest = this.text;
    this.text = '';
    return this.read([rest]);
  }

  private read(lines: readonly string[]): SourceRow[] {
    const rows: SourceRow[] = [];
    for (const text of lines) {
      this.line += 1;
      if (text.trim() !== '') rows.push(this.readLine(text));
    }
    return rows;
  }

  private readLine(text: string): SourceRow {
    const { line, header } = this;
    const object = parseObject(text);
    if (object === null) return { line, cells: [], malformed: { found: 'JSON ✗', expected: 'JSON {…}' } };
    if (header === null) return { line, cells: Object.keys(object) };
    const cells = header.map((key) => (Object.hasOwn(object, key) ? object[key] : undefined));
    const odd = cells.findIndex((cell) => !isCell(cell));
    if (odd < 0) return { line, cells: cells as Cell[] };
    return { line, cells: [], malformed: { found: header[odd] ?? '', expected: 'string, number, boolean, null' } };
  }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** An escape can bring in what no text of a file holds: NUL, or half of a character; no database keeps those. */
function isCell(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  return value === undefined || value === null || typeof value === 'number' || typeof value === 'boolean';
}
