import type { NodeContext } from './context.js';

/** A field's resolver, as graphql-js calls it. GraphQL has checked the source's type and the arguments by then. */
export type ExtensionResolver = (source: never, args: never, context: NodeContext) => unknown;

/**
 * What a level offers beyond its record kinds. A field that it adds to a place or to a root keeps to what answers of nodes
 * merge by: a connection with coverage, or a nullable object.
 */
export interface LevelExtension {
  /** Types, and additions to types of the level: `extend type RegisteredOrganization { … }`. */
  readonly sdl: string;
  /** Type → field → resolver. */
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, ExtensionResolver>>>>;
}
