export type Dialect = 'sqlite' | 'postgresql';

/** `postgres://…` and `postgresql://…` are servers; everything else is the file of an embedded database. */
export function dialectOf(location: string): Dialect {
  return /^postgres(ql)?:\/\//.test(location) ? 'postgresql' : 'sqlite';
}
