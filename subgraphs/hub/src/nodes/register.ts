import type { DivisionCode, Level, PlaceTree } from '@onenx/schema';

/** Stands for every record kind of the level. */
export const EVERY_KIND = '*';

/** That the nodes of a level at or under a place keep the register of a kind, from a day until another. */
export interface RegisterEntry {
  readonly level: Level;
  readonly place: DivisionCode;
  /** The name of a record kind, or `*`. */
  readonly recordKind: string;
  readonly keptSince: string;
  /** The first day on which it is no longer kept; null: still kept. */
  readonly keptUntil: string | null;
  /** The document that says so. */
  readonly basis: string;
}

/** Whether a node keeps a register, and by which entry; null where nobody said anything of the node. */
export interface Keeping {
  readonly kept: boolean;
  readonly entry: RegisterEntry | null;
}

interface NodeAt {
  readonly level: Level;
  readonly code: DivisionCode;
}

const UNSAID: Keeping = { kept: true, entry: null };
const NOT_KEPT: Keeping = { kept: false, entry: null };
const KNOWN_DAYS = 500;

/**
 * The register of nodes: what to expect of whom never depends on who answered. The entry at the nearest place decides for a kind,
 * there one that names the kind before one for all; a node of which no entry says anything keeps every register of its level.
 */
export class NodeRegister {
  private readonly entries: ReadonlyMap<string, readonly RegisterEntry[]>;
  private readonly known = new Map<string, Map<DivisionCode, boolean>>();

  constructor(
    private readonly tree: PlaceTree,
    entries: readonly RegisterEntry[] = [],
  ) {
    this.entries = Map.groupBy(entries, ({ level, place }) => `${level} ${place}`);
  }

  /** Whether the node keeps the register of the kind on the day. */
  keeps(node: NodeAt, kind: string, day: string): boolean {
    if (this.entries.size === 0) return true;
    const answers = this.answers(`${kind} ${day}`);
    const before = answers.get(node.code);
    if (before !== undefined) return before;
    const { kept } = this.keeping(node, kind, day);
    answers.set(node.code, kept);
    return kept;
  }

  keeping({ level, code }: NodeAt, kind: string, day: string): Keeping {
    const above = this.tree.at(day).ancestors(code);
    const said = [code, ...above.map((place) => place.code)].flatMap((place) => {
      const here = this.entries.get(`${level} ${place}`);
      return here === undefined ? [] : [here];
    });
    if (said.length === 0) return UNSAID;
    const deciding = said.map((here) => entriesFor(here, kind)).find((some) => some.length > 0) ?? [];
    const entry = deciding.find((one) => isInForce(one, day));
    return entry === undefined ? NOT_KEPT : { kept: true, entry };
  }

  /** A kind is one level's, so that its nodes are told apart by their codes. A view asks for the same few days again and again. */
  private answers(key: string): Map<DivisionCode, boolean> {
    const before = this.known.get(key);
    if (before !== undefined) return before;
    if (this.known.size >= KNOWN_DAYS) this.known.clear();
    const fresh = new Map<DivisionCode, boolean>();
    this.known.set(key, fresh);
    return fresh;
  }
}

function entriesFor(here: readonly RegisterEntry[], kind: string): readonly RegisterEntry[] {
  const named = here.filter(({ recordKind }) => recordKind === kind);
  return named.length > 0 ? named : here.filter(({ recordKind }) => recordKind === EVERY_KIND);
}

function isInForce({ keptSince, keptUntil }: RegisterEntry, day: string): boolean {
  return keptSince <= day && (keptUntil === null || day < keptUntil);
}
