import type { BasicMeasure, MeasureName } from '../measures/measure.js';
import { addCells, emptyCell, type Cell } from './cell.js';
import { groupKey, type Group, type PartRow } from './part.js';

/** The merged answer of one level to one spec. */
export interface PartTable {
  readonly by: readonly string[];
  readonly measures: readonly MeasureName[];
  readonly rows: readonly PartRow[];
  readonly notSupported: readonly MeasureName[];
}

/** The cells of all tables, looked up by measure, grouping and a group or any prefix of one. */
export class Cells {
  private readonly cells = new Map<string, Cell>();
  private readonly unsupported: ReadonlySet<MeasureName>;

  constructor(tables: readonly PartTable[]) {
    this.unsupported = new Set(tables.flatMap((table) => table.notSupported));
    for (const table of tables) for (const row of table.rows) this.addRow(table, row);
  }

  supports(measure: MeasureName): boolean {
    return !this.unsupported.has(measure);
  }

  /** What `groups` add up to; each is a group of `by` or a prefix of one. */
  sum(basic: BasicMeasure, by: readonly string[], groups: readonly Group[]): Cell {
    return groups
      .map((group) => this.cells.get(cellKey(basic.name, by, group)) ?? emptyCell(basic.basis.op))
      .reduce(addCells, emptyCell(basic.basis.op));
  }

  private addRow(table: PartTable, row: PartRow): void {
    table.measures.forEach((measure, i) => {
      const cell = row.cells[i];
      if (cell === null || cell === undefined) return;
      for (let depth = 0; depth <= row.group.length; depth++) {
        this.add(cellKey(measure, table.by, row.group.slice(0, depth)), cell);
      }
    });
  }

  private add(key: string, cell: Cell): void {
    const known = this.cells.get(key);
    this.cells.set(key, known === undefined ? cell : addCells(known, cell));
  }
}

function cellKey(measure: MeasureName, by: readonly string[], group: Group): string {
  return `${measure}\n${by.join()}\n${groupKey(group)}`;
}
