import * as fc from 'fast-check';
import { compareValues, FIELDS, VALUES } from './list-kind.js';
import type { Values } from './store.js';

export type Where = Readonly<Record<string, unknown>>;

const ORDERED = ['eq', 'in', 'lt', 'lte', 'gt', 'gte', 'isNull'];
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  title: ['eq', 'in', 'like', 'isNull'],
  open: ['eq', 'isNull'],
  topic: ['eq', 'in', 'isNull'],
};
const PATTERNS = ['%', '_', 'a%', '%B', '_b', '%\\%', 'a\\_b', '\\a', '\\', '%\\', 'a\\\\b', '区%', '%é%', '', '%_%_%'];

const tests = fc.constantFrom(...FIELDS).chain((field) => {
  const value = fc.constantFrom<string | number | boolean>(...VALUES[field]);
  const argument = (operator: string): fc.Arbitrary<unknown> => {
    if (operator === 'in') return fc.array(value, { maxLength: 3 });
    if (operator === 'isNull') return fc.boolean();
    return operator === 'like' ? fc.constantFrom(...PATTERNS) : value;
  };
  const operators = fc.subarray([...(OPERATORS[field] ?? ORDERED)], { maxLength: 2 });
  return operators.chain((chosen) =>
    fc.record({ [field]: fc.record(Object.fromEntries(chosen.map((one) => [one, argument(one)]))) }),
  );
});

/** Filters of every operator, nested. */
export const wheres: fc.Arbitrary<Where> = fc.letrec<{ where: Where }>((tie) => ({
  where: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    tests,
    fc.tuple(tests, tests).map(([a, b]) => ({ ...a, ...b })),
    fc.record({ not: tie('where') }),
    fc.record({ and: fc.array(tie('where'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('where'), { maxLength: 3 }) }),
  ),
})).where;

/** Whether a record passes: what is empty passes no test but `isNull: true`. */
export function passes(where: Where, record: Values): boolean {
  return Object.entries(where).every(([key, value]) => {
    if (key === 'and') return (value as Where[]).every((part) => passes(part, record));
    if (key === 'or') return (value as Where[]).some((part) => passes(part, record));
    if (key === 'not') return !passes(value as Where, record);
    return Object.entries(value as Where).every(([operator, argument]) =>
      holds(operator, record[key] ?? null, argument),
    );
  });
}

function holds(operator: string, value: Values[string], argument: unknown): boolean {
  if (operator === 'isNull') return (value === null) === argument;
  if (value === null) return false;
  if (operator === 'in') return (argument as unknown[]).includes(value);
  if (operator === 'like') return likeness(String(argument)).test(lower(String(value)));
  const compared = compareValues(value, argument as Values[string]);
  return (
    { eq: compared === 0, lt: compared < 0, lte: compared <= 0, gt: compared > 0, gte: compared >= 0 }[operator] ??
    false
  );
}

function likeness(pattern: string): RegExp {
  const pieces = lower(pattern).match(/\\?[^]/gu) ?? [];
  const source = pieces.map((piece) => {
    if (piece === '%') return '[^]*';
    return piece === '_'
      ? '[^]'
      : (piece.at(-1) === '\\' ? '\\' : (Array.from(piece).at(-1) ?? '')).replace(
          /[^a-z0-9]/giu,
          (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
        );
  });
  return new RegExp(`^${source.join('')}$`, 'u');
}

function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
