import { OneNXError } from '../errors/onenx-error.js';
import { parentCode, parseDivisionCode, prefixOf, type DivisionCode } from './division-code.js';
import { halfWidth } from './half-width.js';

/**
 * The codes that an endpoint answers for. Of the entries that are a prefix of a code the longest decides, so `includes` may
 * take back a part of what `excludes` left out. A code in neither, nor under an entry, is not in the set.
 */
export interface CodeSet {
  readonly includes: readonly DivisionCode[];
  readonly excludes: readonly DivisionCode[];
}

/** Tells whether a code is in the set; made once for many codes, each answered in a few look-ups. */
export type CodeSetMatcher = (code: DivisionCode) => boolean;

/** Reads the text form `310105,-310105009`. Throws CODE_SET_MALFORMED on anything else, also on a set without an include. */
export function parseCodeSet(text: string): CodeSet {
  const includes = new Set<DivisionCode>();
  const excludes = new Set<DivisionCode>();
  for (const entry of halfWidth(text).split(',')) {
    const word = entry.trim();
    const [target, code] = word.startsWith('-') ? [excludes, word.slice(1)] : [includes, word];
    target.add(parseEntry(code, text));
  }
  if (includes.size === 0 || [...includes].some((code) => excludes.has(code))) throw malformed(text);
  return { includes: [...includes].sort(), excludes: [...excludes].sort() };
}

function parseEntry(code: string, text: string): DivisionCode {
  try {
    return parseDivisionCode(code);
  } catch (cause) {
    throw malformed(text, cause);
  }
}

function malformed(found: string, cause?: unknown): OneNXError {
  return new OneNXError('CODE_SET_MALFORMED', { found }, { cause });
}

/**
 * The one text of all sets with the same codes: short forms, sorted by code, without entries that change nothing (an include
 * within an include, an exclude of what was not included). The empty set is the empty text.
 */
export function formatCodeSet(set: CodeSet): string {
  const matches = codeSetMatcher(set);
  const changes = [...new Set([...set.includes, ...set.excludes])].filter(
    (code) => matches(code) !== containsParent(matches, code),
  );
  return changes
    .sort()
    .map((code) => (matches(code) ? shortForm(code) : `-${shortForm(code)}`))
    .join(',');
}

function containsParent(matches: CodeSetMatcher, code: DivisionCode): boolean {
  const parent = parentCode(code);
  return parent !== null && matches(parent);
}

/** Six digits at least: a province or prefecture has no shorter written form. */
function shortForm(code: DivisionCode): string {
  return prefixOf(code).padEnd(6, '0');
}

/** Whether `code` is in `set`: the longest matching prefix decides. For many codes make a `codeSetMatcher` once. */
export function codeSetContains(set: CodeSet, code: DivisionCode): boolean {
  return codeSetMatcher(set)(code);
}

/** A matcher for `set`. A code that is both included and excluded counts as excluded (the text form cannot say so). */
export function codeSetMatcher(set: CodeSet): CodeSetMatcher {
  const decisions = new Map<DivisionCode, boolean>(set.includes.map((code) => [code, true]));
  for (const code of set.excludes) decisions.set(code, false);
  return (code) => {
    for (let at: DivisionCode | null = code; at !== null; at = parentCode(at)) {
      const decision = decisions.get(at);
      if (decision !== undefined) return decision;
    }
    return false;
  };
}

/**
 * A code that both sets contain, or null. Testing the include codes is enough: where a code is in both sets, each has an
 * include above it that decides, and the longer of the two includes is itself in both.
 */
export function overlap(a: CodeSet, b: CodeSet): DivisionCode | null {
  const inA = codeSetMatcher(a);
  const inB = codeSetMatcher(b);
  return [...a.includes, ...b.includes].find((code) => inA(code) && inB(code)) ?? null;
}

/** The codes that are in both sets. Between the entries of the two nothing changes, so deciding at each entry is enough. */
export function intersect(a: CodeSet, b: CodeSet): CodeSet {
  const inA = codeSetMatcher(a);
  const inB = codeSetMatcher(b);
  const entries = [...new Set([...a.includes, ...a.excludes, ...b.includes, ...b.excludes])].sort();
  const both = (code: DivisionCode): boolean => inA(code) && inB(code);
  return { includes: entries.filter(both), excludes: entries.filter((code) => !both(code)) };
}
