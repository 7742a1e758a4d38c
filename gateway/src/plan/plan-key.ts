import type { FieldNode } from 'graphql';

/*
 * The planner (0.0.38) mixes an alias up with a key or a requirement of the same name: `{ nodes { id: name reviews { … } } }`
 * answers ids for names, and some such operations have no plan at all. So it is given aliases that are no field's name.
 */
const prefix = '_client_';

/** The key under which a field of the client stands in the plan and in what is gathered by it. */
export function planKey({ alias, name }: FieldNode): string {
  return alias === undefined || alias.value === name.value ? name.value : `${prefix}${alias.value}`;
}

/** The client's own key for one of the plan. */
export function clientKey(key: string | number): string | number {
  return typeof key === 'string' && key.startsWith(prefix) ? key.slice(prefix.length) : key;
}
