type Row = readonly string[];

/** A table; a bar in a cell is written so that it ends no cell. */
export function table(header: Row, rows: readonly Row[]): string {
  const rule = `|${header.map(() => '---').join('|')}|`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

function line(cells: Row): string {
  return `| ${cells.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** The mark of a source that was not checked against the document itself. */
export function confirmation(confirmed: boolean): string {
  return confirmed ? '' : '[GK]';
}

/** A link to a heading of the same page that is one plain word. */
export function toHeading(word: string): string {
  return `[${word}](#${word.toLowerCase()})`;
}
