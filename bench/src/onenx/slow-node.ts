import { isDeepStrictEqual } from 'node:util';
import { ask } from '../gateway/compare.js';
import { startServe, type Endpoints } from './partitioned.js';
import type { Sample } from './sample.js';
import { startSlowProxy } from './slow-proxy.js';
import { nodesQuery } from './view-query.js';

interface Missing {
  readonly code: string;
  readonly reason: string;
}
interface Committee {
  readonly code: string;
}
interface Answer {
  readonly district: { readonly streets: readonly { readonly committees: readonly Committee[] }[] };
  readonly whole: {
    readonly summary: { readonly groups: { readonly coverage: { readonly missing: readonly Missing[] } } };
  };
  readonly activityGroups: { readonly coverage: { readonly answered: number; readonly missing: readonly Missing[] } };
}

const timeoutMs = 3_000;
const delayMs = 20_000;

/** What one slow endpoint did to an answer. */
export interface SlowOutcome {
  /** How long the answer took, as a multiple of the timeout. */
  readonly timeouts: number;
  /** How long the same answer took when nobody was slow, as a multiple of the timeout. */
  readonly withoutTimeouts: number;
  /** Whether every other committee's part is what it is when nobody is slow, and the slow one alone is named missing. */
  readonly othersWhole: boolean;
}

/** Puts a proxy that sleeps before the first endpoint of the committees, and asks once with it and once without. */
export async function askWithOneSlow(sample: Sample, endpoints: Endpoints): Promise<SlowOutcome> {
  const [first, ...others] = endpoints.COMMITTEE;
  if (first === undefined) throw new Error('there is no endpoint of the committees');
  const proxy = await startSlowProxy(first.url, delayMs);
  const slowed = { ...endpoints, COMMITTEE: [{ ...first, url: proxy.url }, ...others] };
  try {
    const before = await askOnce(sample, { name: 'all-fast', endpoints });
    const during = await askOnce(sample, { name: 'one-slow', endpoints: slowed });
    return {
      timeouts: during.tookMs / timeoutMs,
      withoutTimeouts: before.tookMs / timeoutMs,
      othersWhole: lacksOnly(first.codes, before.answer, during.answer),
    };
  } finally {
    proxy.close();
  }
}

/** A hub of its own for each question: a circuit breaker that has opened would answer before the timeout. */
async function askOnce(
  sample: Sample,
  { name, endpoints }: { name: string; endpoints: Endpoints },
): Promise<{ tookMs: number; answer: Answer }> {
  const serve = await startServe(sample, { name, endpoints, timeoutMs });
  try {
    const began = performance.now();
    const text = await ask(serve.url, nodesQuery);
    return { tookMs: performance.now() - began, answer: (JSON.parse(text) as { data: Answer }).data };
  } finally {
    serve.stop();
  }
}

function lacksOnly(slow: string, before: Answer, during: Answer): boolean {
  const others = (answer: Answer) =>
    answer.district.streets.flatMap(({ committees }) => committees).filter(({ code }) => code !== slow);
  const isNamed = ({ code, reason }: Missing) => code === slow && reason === 'TIMEOUT';
  const newlyMissing = (coverageOf: (answer: Answer) => readonly Missing[]) => {
    const known = new Set(coverageOf(before).map(({ code }) => code));
    return coverageOf(during).filter(({ code }) => !known.has(code));
  };
  const inFigure = newlyMissing(({ whole }) => whole.summary.groups.coverage.missing);
  const inList = newlyMissing(({ activityGroups }) => activityGroups.coverage.missing);
  return (
    [inFigure, inList].every((missing) => missing.length === 1 && missing.every(isNamed)) &&
    isDeepStrictEqual(others(before), others(during))
  );
}
