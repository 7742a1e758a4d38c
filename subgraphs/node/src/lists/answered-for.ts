import { codeSetContains, prefixOf, type CodeSet } from '@onenx/schema';
import { join, list, raw, sql, type Sql } from '../database/sql.js';

/** The condition that a record's place is of the codes answered for; the longest matching entry decides. */
export function answeredFor(codes: CodeSet): Sql {
  const entries = [...codes.includes, ...codes.excludes].map((code) => ({
    prefix: prefixOf(code),
    included: codeSetContains(codes, code),
  }));
  if (entries.length === 0) return raw('1 = 0');
  const longestFirst = entries.toSorted((a, b) => b.prefix.length - a.prefix.length);
  const cases = longestFirst.map(
    ({ prefix, included }) =>
      sql`WHEN substr("place", 1, ${raw(String(prefix.length))}) = ${prefix} THEN ${raw(included ? '1' : '0')}`,
  );
  return longestFirst.every(({ included }) => included)
    ? inAnyOf(longestFirst.map(({ prefix }) => prefix))
    : sql`(CASE ${join(cases, ' ')} ELSE 0 END) = 1`;
}

/** Ranges, so that the index on places serves. */
export function inAnyOf(prefixes: readonly string[]): Sql {
  const [whole, parts] = [prefixes.filter(isWhole), prefixes.filter((prefix) => !isWhole(prefix))];
  const tests = parts.map((prefix) => sql`"place" BETWEEN ${prefix.padEnd(12, '0')} AND ${prefix.padEnd(12, '9')}`);
  if (whole.length > 0) tests.push(sql`"place" IN (${list(whole)})`);
  return sql`(${join(tests, ' OR ')})`;
}

function isWhole(prefix: string): boolean {
  return prefix.length === 12;
}
