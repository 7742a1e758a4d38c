export type Dialect = 'sqlite' | 'postgresql';

/** `postgres://…` and `postgresql://…` are servers; everything else is the file of an embedded database. */
export function dialectOf(location: string): Dialect {
  return /^postgres(ql)?:\/\//.test(location) ? 'postgresql' : 'sqlite';
}

/** A database's place without the secrets of its address: what names a user and a password, and what follows a `?`. */
export function shownLocation(location: string): string {
  if (dialectOf(location) === 'sqlite') return location;
  return location.replace(/\?.*$/s, '').replace(/\/\/.*@/s, '//');
}
