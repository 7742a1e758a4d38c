import type { DivisionCode } from '../division/division-code.js';
import type { Level } from '../division/level.js';

export type MissingNodeReason = 'UNREACHABLE' | 'TIMEOUT' | 'NOT_KEPT' | 'NOT_SUBMITTED' | 'FORBIDDEN' | 'SCHEMA';

export interface MissingNode {
  readonly code: DivisionCode;
  readonly name: string;
  readonly level: Level;
  readonly reason: MissingNodeReason;
}

/** Who was expected, who answered, and how fresh (ISO 8601, UTC). It travels with every value. */
export interface Coverage {
  readonly expected: number;
  readonly answered: number;
  readonly complete: boolean;
  readonly oldestAsOf: string | null;
  readonly newestAsOf: string | null;
  readonly missing: readonly MissingNode[];
}

/** What became of one expected node. */
export type NodeAnswer =
  | { readonly code: DivisionCode; readonly level: Level; readonly name: string; readonly asOf: string }
  | (MissingNode & { readonly asOf?: undefined });

/** The coverage of a set of expected nodes; a node expected twice is one node. A node missing for one reason is missing. */
export function coverageOf(answers: Iterable<NodeAnswer>): Coverage {
  const nodes = new Map<string, NodeAnswer>();
  // One node is often the same object for many measures: each is looked at once.
  for (const answer of new Set(answers)) {
    const key = `${answer.level} ${answer.code}`;
    if (nodes.get(key)?.asOf !== undefined || !nodes.has(key)) nodes.set(key, answer);
  }
  const missing = [...nodes.values()].filter((node) => node.asOf === undefined);
  const times = [...nodes.values()].flatMap((node) => node.asOf ?? []).sort();
  return {
    expected: nodes.size,
    answered: nodes.size - missing.length,
    complete: missing.length === 0,
    oldestAsOf: times[0] ?? null,
    newestAsOf: times.at(-1) ?? null,
    missing: missing.sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
