import type { FetchNodePathSegment, FetchRewrite, KeyRenamer, ValueSetter } from '@graphql-hive/router-query-planner';
import { isJsonObject, readKey, typenameOf, writeKey, type JsonObject } from './json.js';
import type { ResponsePath } from './response-path.js';
import type { TypeConditions } from './type-conditions.js';

type Change = (parent: JsonObject, key: string) => void;

/** What the planner asks to change in a representation before a fetch, or in an answer after it; in place. */
export type Rewrite = (value: unknown) => void;

/** The planner's rewrites, in their order; undefined when there is nothing to do. */
export function compileRewrites(
  rewrites: readonly FetchRewrite[] | undefined,
  types: TypeConditions,
): Rewrite | undefined {
  if (rewrites === undefined || rewrites.length === 0) return undefined;
  const steps = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (value) => steps.forEach((step) => step(value));
}

function compileRewrite(rewrite: FetchRewrite, types: TypeConditions): Rewrite {
  const renamer = renamerOf(rewrite);
  if (renamer !== undefined) return (value) => change(value, renamer.path, { types, apply: rename(renamer) });
  const setter = setterOf(rewrite);
  return (value) =>
    change(value, setter.path, { types, apply: (parent, key) => writeKey(parent, key, setter.setValueTo) });
}

const rename =
  ({ renameKeyTo }: KeyRenamer): Change =>
  (parent, key) => {
    const value = readKey(parent, key);
    if (value === undefined) return;
    delete parent[key];
    writeKey(parent, renameKeyTo, value);
  };

interface ChangeContext {
  readonly types: TypeConditions;
  readonly apply: Change;
}

function change(value: unknown, path: readonly FetchNodePathSegment[], context: ChangeContext): void {
  if (Array.isArray(value)) return value.forEach((item) => change(item, path, context));
  if (!isJsonObject(value)) return;
  const [segment, ...rest] = path;
  if (segment === undefined) return;
  if ('TypenameEquals' in segment) {
    if (context.types.meets(typenameOf(value), segment.TypenameEquals)) change(value, rest, context);
  } else if (rest.length === 0) context.apply(value, segment.Key);
  else change(readKey(value, segment.Key), rest, context);
}

/** The path of an error with the planner's internal aliases given back their client's names. */
export function renamePath(path: ResponsePath, rewrites: readonly FetchRewrite[] | undefined): ResponsePath {
  return (rewrites ?? []).reduce<ResponsePath>((renamed, rewrite) => {
    const renamer = renamerOf(rewrite);
    return renamer === undefined ? renamed : renameIn(renamed, renamer);
  }, path);
}

function renameIn(path: ResponsePath, { path: from, renameKeyTo }: KeyRenamer): ResponsePath {
  const keys = from.flatMap((segment) => ('Key' in segment ? [segment.Key] : []));
  const positions = path.flatMap((segment, index) => (typeof segment === 'string' ? [index] : []));
  if (!keys.every((key, index) => path[positions[index] ?? -1] === key)) return path;
  const last = positions[keys.length - 1];
  return path.map((segment, index) => (index === last ? renameKeyTo : segment));
}

function renamerOf(rewrite: FetchRewrite): KeyRenamer | undefined {
  return 'KeyRenamer' in rewrite ? rewrite.KeyRenamer : undefined;
}

// The planner gives a setter either wrapped, like a renamer, or bare with a `kind`.
function setterOf(rewrite: FetchRewrite): ValueSetter {
  if ('ValueSetter' in rewrite) return rewrite.ValueSetter;
  if ('setValueTo' in rewrite) return rewrite;
  throw new TypeError('The plan has a rewrite that this executor does not know.');
}
