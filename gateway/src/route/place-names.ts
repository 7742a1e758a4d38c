/** A level of data nodes, in the spelling of the schema's `Level`. */
export type NodeLevel = 'DISTRICT' | 'STREET' | 'COMMITTEE';

/** Which nodes a place's answer is made of: those of the level at or under `scope` (12 digits), or the one above it. */
export interface PlaceNames {
  nodesOf(level: NodeLevel, scope: string): { code: string; name: string }[];
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

/** A place as 12 digits, of a `DivisionCode` in any of its forms or of an id, which begins with its owner's code. */
export function placeCode(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{6}/.test(value)) return undefined;
  const digits = /^\d{1,12}/.exec(value)?.[0] ?? '';
  return [6, 9, 12].includes(digits.length) ? digits.padEnd(12, '0') : undefined;
}
