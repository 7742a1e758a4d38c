/** A JSON object of an answer. Its keys are the client's aliases: any name, `__proto__` and `constructor` included. */
export type JsonObject = Record<string, unknown>;

/** True for what an answer's object is made of; false for an array, null and values such as a Date of an in-process service. */
export function isJsonObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The value of a key, never one that every object inherits (an alias may be `constructor`). */
export function readKey(object: JsonObject, key: string): unknown {
  const value = object[key];
  // What every object inherits is functions and `__proto__`; asking this first is cheap, and JSON has no functions.
  return (typeof value === 'function' || key === '__proto__') && !Object.hasOwn(object, key) ? undefined : value;
}

/** Sets a key as data; a plain assignment to `__proto__` would change the object's nature instead. */
export function writeKey(object: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

/** The type that an object names, if it names one. */
export function typenameOf({ __typename: typename }: JsonObject): string | undefined {
  return typeof typename === 'string' ? typename : undefined;
}
