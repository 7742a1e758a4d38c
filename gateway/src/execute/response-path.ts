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

/** The part of a plan's path that needs no list index: the place of a fetch that failed as a whole. */
export function fixedPath(path: readonly FlattenNodePathSegment[]): ResponsePath {
  const fixed: string[] = [];
  for (const segment of path) {
    if (segment === '@') break;
    if ('Field' in segment) fixed.push(segment.Field);
  }
  return fixed;
}
