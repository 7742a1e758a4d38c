import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isJsonObject, readKey, typenameOf, type JsonObject } from './json.js';
import type { TypeConditions } from './type-conditions.js';

/** Response keys and list indexes from the root of the answer, as in an error's `path`. */
export type ResponsePath = readonly (string | number)[];

type Visit = (entity: JsonObject, trail: ResponsePath) => void;
type Trail = (string | number)[];

/** Calls `visit` for every object that a plan's path leads to. The trail is reused: copy it to keep it. */
export type EntityWalk = (data: JsonObject, visit: Visit) => void;

/** A plan's path as a walk. Lists are entered wherever they stand; an object without a type name passes a type condition. */
export function compileWalk(path: readonly FlattenNodePathSegment[], types: TypeConditions): EntityWalk {
  const steps = path.filter((segment) => segment !== '@');
  const walk = (value: unknown, step: number, trail: Trail, visit: Visit): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        trail.push(index);
        walk(item, step, trail, visit);
        trail.pop();
      });
      return;
    }
    if (!isJsonObject(value)) return;
    const segment = steps[step];
    if (segment === undefined) visit(value, trail);
    else if ('Field' in segment) {
      trail.push(segment.Field);
      walk(readKey(value, segment.Field), step + 1, trail, visit);
      trail.pop();
    } else if (types.meets(typenameOf(value), segment.TypeCondition)) walk(value, step + 1, trail, visit);
  };
  return (data, visit) => walk(data, 0, [], visit);
}

/** Adds every object that a plan's path leads to: the objects that the walk visits, without their places. */
export type EntityFinder = (data: JsonObject, found: JsonObject[]) => void;

/** The same path as `compileWalk`'s, for when nobody asks where the objects stand. */
export function compileFinder(path: readonly FlattenNodePathSegment[], types: TypeConditions): EntityFinder {
  const steps = path.filter((segment) => segment !== '@');
  const find = (value: unknown, step: number, found: JsonObject[]): void => {
    if (Array.isArray(value)) {
      for (const item of value) find(item, step, found);
      return;
    }
    if (!isJsonObject(value)) return;
    const segment = steps[step];
    if (segment === undefined) found.push(value);
    else if ('Field' in segment) find(readKey(value, segment.Field), step + 1, found);
    else if (types.meets(typenameOf(value), segment.TypeCondition)) find(value, step + 1, found);
  };
  return (data, found) => find(data, 0, found);
}

/** The part of a plan's path that needs no list index: the place of a fetch that failed as a whole. */
export function fixedPath(path: readonly FlattenNodePathSegment[]): ResponsePath {
  const fixed: string[] = [];
  for (const segment of path) {
    if (segment === '@') break;
    if ('Field' in segment) fixed.push(segment.Field);
  }
  return fixed;
}
