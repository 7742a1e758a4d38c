import * as fc from 'fast-check';

/** A page asked of a list of `length` records in order: between two of them, given by their indexes, from either end. */
export interface AskedPage {
  readonly after: number | null;
  readonly before: number | null;
  readonly first: number | null;
  readonly last: number | null;
}

export interface ExpectedPage<T> {
  readonly items: readonly T[];
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

const index = fc.option(fc.nat(200));
const cursors = fc.record({ after: index, before: index });
const size = fc.nat(12);

/** Indexes beyond the list are taken round; `after` may stand behind `before`, which leaves nothing between them. */
export const askedPages: fc.Arbitrary<AskedPage> = fc.oneof(
  fc.tuple(cursors, size).map(([both, first]) => ({ ...both, first, last: null })),
  fc.tuple(cursors, size).map(([both, last]) => ({ ...both, first: null, last })),
);

/** The page by slices of the whole list, and whether the list has anything before and after it. */
export function expectedPage<T>(whole: readonly T[], { after, before, first, last }: AskedPage): ExpectedPage<T> {
  const [start, end] = [after === null ? 0 : after + 1, before ?? whole.length];
  const between = whole.slice(start, Math.max(start, end));
  const items = last === null ? between.slice(0, first ?? 20) : between.slice(Math.max(0, between.length - last));
  const isCut = items.length < between.length;
  return {
    items,
    hasPreviousPage: after !== null || (last !== null && isCut),
    hasNextPage: before !== null || (last === null && isCut),
  };
}
