import type { KindDefinition } from '@onenx/schema';

/** The names that a level's schema has because of its kinds, all told in the kinds' own sections. */
export interface KindNames {
  /** Fields of the roots. */
  readonly roots: ReadonlySet<string>;
  /** Object types and inputs. */
  readonly types: ReadonlySet<string>;
}

export function kindNames(kinds: readonly KindDefinition[]): KindNames {
  const mutations = kinds.flatMap(({ name, workflow }) => [`save${name}`, ...Object.keys(workflow?.actions ?? {})]);
  return {
    roots: new Set([...kinds.map(({ plural }) => plural), ...mutations.flatMap((name) => [name, `${name}Batch`])]),
    types: new Set([
      ...kinds.flatMap(({ name }) => TYPES_OF_KIND.map((ending) => `${name}${ending}`)),
      ...mutations.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`),
    ]),
  };
}

const TYPES_OF_KIND = ['', 'Edge', 'Connection', 'Where', 'Fields', 'Payload', 'Conflict'];
