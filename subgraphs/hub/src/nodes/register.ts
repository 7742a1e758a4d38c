import type { DivisionCode, Level } from '@onenx/schema';

/** Which registers a node keeps, and since when. A node without an entry keeps all of its level. */
export interface KeptRegisters {
  readonly level: Level;
  readonly code: DivisionCode;
  /** Record kind → the first day on which it is kept. */
  readonly kinds: Readonly<Record<string, string>>;
}

/** The register of nodes: what to expect of whom never depends on who answered. */
export class NodeRegister {
  private readonly entries: ReadonlyMap<string, KeptRegisters>;

  constructor(entries: readonly KeptRegisters[] = []) {
    this.entries = new Map(entries.map((entry) => [`${entry.level} ${entry.code}`, entry]));
  }

  keeps(node: { level: Level; code: DivisionCode }, kind: string, day: string): boolean {
    if (this.entries.size === 0) return true;
    const entry = this.entries.get(`${node.level} ${node.code}`);
    if (entry === undefined) return true;
    const since = entry.kinds[kind];
    return since !== undefined && since <= day;
  }
}
