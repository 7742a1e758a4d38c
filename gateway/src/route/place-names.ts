/** A level of data nodes, in the spelling of the schema's `Level`. */
export type NodeLevel = 'DISTRICT' | 'STREET' | 'COMMITTEE';

/** Which nodes a place's answer is made of: those of the level at or under `scope` (12 digits), or the one above it. */
export interface PlaceNames {
  nodesOf(level: NodeLevel, scope: string): { code: string; name: string }[];
  /** The places that one which has ended became; none for one that still stands. */
  heirsOf?(code: string): readonly string[];
}

const levels = new Map<string, NodeLevel>([
  ['district', 'DISTRICT'],
  ['street', 'STREET'],
  ['committee', 'COMMITTEE'],
]);

/** The level that a subgraph is, by its name; undefined for the hub and for any other subgraph. */
export function levelOf(service: string): NodeLevel | undefined {
  return levels.get(service);
}

/** A place as 12 digits, of a `DivisionCode` in any of its forms. A credit code, which is longer, is never read as a place. */
export function placeCode(value: unknown): string | undefined {
  return typeof value === 'string' && /^(?:\d{6}|\d{9}|\d{12})$/.test(value) ? value.padEnd(12, '0') : undefined;
}

/** The place of the owner, with whose code an id begins; undefined for an id of any other make. */
export function placeOfId(value: unknown): string | undefined {
  return typeof value === 'string' ? /^\d{12}(?=-)/.exec(value)?.[0] : undefined;
}
