import { ask, type Query } from '../gateway/compare.js';

/** A server whose processor time can be read. */
export interface Measured {
  readonly url: string;
  /** What its process has used since it began, in milliseconds. */
  cpuMs(): Promise<number>;
}

/** How many requests, and how many of them under way at once. */
export interface Load {
  readonly requests: number;
  readonly connections: number;
}

/**
 * Asks `asked` and reads what each of `measured` took for one request, in milliseconds of processor time.
 * @throws when an answer is not of the length of the first
 */
export async function cpuPerRequest(
  asked: { readonly url: string; readonly query: Query; readonly load: Load },
  measured: readonly Measured[],
): Promise<number[]> {
  const { url, query, load } = asked;
  const length = (await ask(url, query)).length;
  const before = await readAll(measured);
  let left = load.requests;
  const askOnAndOn = async (): Promise<void> => {
    while (left-- > 0) {
      const answer = await ask(url, query);
      if (answer.length !== length) throw new Error(`another answer under load: ${answer.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, askOnAndOn));
  const after = await readAll(measured);
  return after.map((cpuMs, i) => (cpuMs - (before[i] ?? 0)) / load.requests);
}

async function readAll(measured: readonly Measured[]): Promise<number[]> {
  return Promise.all(measured.map(async (one) => one.cpuMs()));
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
