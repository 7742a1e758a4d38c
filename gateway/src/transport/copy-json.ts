import { writeKey, type JsonObject } from '../execute/json.js';

/**
 * A copy of parsed JSON that shares nothing with it. Measured on answers of 0.2, 2 and 88 kB: a third of the time of
 * parsing the text again, a sixth of `structuredClone`'s.
 */
export function copyJson<Value>(value: Value): Value {
  return copy(value) as Value;
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  const copied: JsonObject = {};
  for (const key in value) writeKey(copied, key, copy((value as JsonObject)[key]));
  return copied;
}
