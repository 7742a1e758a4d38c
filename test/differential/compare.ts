import type { Answer, AnswerError } from './answer.js';

/** How our answer differs from the oracle's: in the data, or in the nulls that errors explain. */
export interface Difference {
  readonly what: 'data' | 'errors' | 'nulls';
  readonly ours: unknown;
  readonly apollo: unknown;
}

/** Whether a null that the oracle tells of is none that we must tell of. */
export type IsKnown = (error: AnswerError) => boolean;

export const isUnsupported = ({ errors = [] }: Answer): boolean =>
  errors.some(({ extensions }) => extensions?.code === 'PLAN_UNSUPPORTED');

/**
 * The first difference of two answers. Errors are compared by the null that they leave in the data: of several errors below
 * one null each gateway may meet another, by the fetches of its plan. A null that cannot be and that no service explained
 * is an error of ours; Apollo has it in `valueCompletion`, and only in an answer without errors.
 */
export function compare(ours: Answer, apollo: Answer, isKnown: IsKnown = () => false): Difference | undefined {
  const [data, expected] = [ours.data ?? null, apollo.data ?? null];
  if (sortedText(data) !== sortedText(expected)) return { what: 'data', ours: data, apollo: expected };
  const { errors = [] } = ours;
  const given = nullsOf(
    data,
    errors.filter((error) => !isOwn(error)),
  );
  const wanted = nullsOf(data, apollo.errors);
  if (given.join() !== wanted.join() && !isMiscounted(data, given, wanted))
    return { what: 'errors', ours: given, apollo: wanted };
  if (apollo.errors !== undefined) return undefined;
  const nulls = nullsOf(data, errors.filter(isOwn));
  const completion = apollo.extensions?.valueCompletion ?? [];
  const possible = nullsOf(data, completion);
  const certain = nullsOf(
    data,
    completion.filter((error) => !isKnown(error)),
  );
  const isSame = nulls.every((one) => possible.includes(one)) && certain.every((one) => nulls.includes(one));
  return isSame ? undefined : { what: 'nulls', ours: nulls, apollo: possible };
}

/** An error that the gateway itself found in the answer: one of a service has the code LEVEL_FAULT. */
const isOwn = ({ extensions }: AnswerError): boolean => extensions?.code === 'INTERNAL_SERVER_ERROR';

/**
 * Where errors left a null. A path ends before a key that the client did not ask for: a gateway also asks for keys and
 * requirements of its own, and Apollo tells of their errors by paths into what the client cannot see.
 */
function nullsOf(data: unknown, errors: readonly AnswerError[] = []): string[] {
  const nulls = errors.map(({ path = [] }) => {
    let value: unknown = data;
    for (const [depth, segment] of path.entries()) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment))
        return JSON.stringify(path.slice(0, depth));
      value = (value as Record<string, unknown>)[segment];
    }
    return JSON.stringify(path);
  });
  return [...new Set(nulls)].toSorted();
}

/**
 * Whether Apollo only counts wrongly: of a list of which some items are not asked for it gives an item's place among those that
 * are. Then there is something at its path, and nothing at ours.
 */
function isMiscounted(data: unknown, given: readonly string[], wanted: readonly string[]): boolean {
  const blanked = (paths: readonly string[]): string => paths.map((path) => path.replace(/\d+/g, '*')).join();
  const only = (paths: readonly string[], others: readonly string[]): string[] =>
    paths.filter((path) => !others.includes(path));
  const isThere = (path: string): boolean => valueAt(data, JSON.parse(path) as (string | number)[]) !== null;
  return blanked(given) === blanked(wanted) && only(wanted, given).every(isThere) && !only(given, wanted).some(isThere);
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value: unknown = data;
  for (const segment of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[segment] : undefined;
  return value ?? null;
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
