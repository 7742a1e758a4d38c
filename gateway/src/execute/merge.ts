import { isJsonObject, readKey, writeKey, type JsonObject } from './json.js';

/**
 * Adds an answer to what is already there, in place; parts of `source` become parts of `target`. Objects merge key by
 * key and lists item by item. A leaf is replaced, by null too: an alias may hold one field for a later fetch first and
 * the client's field afterwards. An object stays when null comes: the other subgraph only had nothing to add.
 */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const merged = mergeValue(readKey(target, key), source[key]);
    if (merged !== undefined) writeKey(target, key, merged);
  }
}

/** As `mergeInto`, but takes a copy of whatever later merging could change: `source` stays another place's own. */
export function mergeCopyInto(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const added = source[key];
    const merged = mergeValue(readKey(target, key), typeof added === 'object' ? copyValue(added) : added);
    if (merged !== undefined) writeKey(target, key, merged);
  }
}

function mergeValue(present: unknown, added: unknown): unknown {
  if (present === null || typeof present !== 'object') return added;
  if (added === null || added === undefined || present === added) return present;
  if (Array.isArray(present) && Array.isArray(added)) return mergeList(present, added);
  if (!isJsonObject(present) || !isJsonObject(added)) return added;
  mergeInto(present, added);
  return present;
}

function mergeList(present: unknown[], added: readonly unknown[]): unknown[] {
  for (const [index, value] of added.entries()) present[index] = mergeValue(present[index], value);
  return present;
}

/** A copy that shares nothing that merging could change. */
export function copyValue<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyValue) as T;
  if (!isJsonObject(value)) return value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) writeKey(copy, key, copyValue(value[key]));
  return copy as T;
}
