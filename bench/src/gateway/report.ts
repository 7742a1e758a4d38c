import { apollo, floor, grafbase, hive, ours, oursSharing } from './contestants.js';
import type { Sample } from './measure.js';

/** The medians of one gateway's samples for one query. */
export type Medians = Omit<Sample, 'query'>;

/** At most `limit` times the CPU of `against` for each request. */
interface Target {
  readonly of: string;
  readonly against: string;
  readonly limit: number;
}

const targets: readonly Target[] = [
  { of: ours, against: apollo, limit: 1 / 10 },
  { of: ours, against: hive, limit: 1 / 4 },
  { of: ours, against: floor, limit: 2 },
  { of: oursSharing, against: grafbase, limit: 1 },
];

/** A target's outcome; `ratio` is undefined when one of the two could not be measured. */
export interface Outcome extends Target {
  readonly ratio: number | undefined;
}

/** The medians of each gateway's samples for a query, in the order of their CPU. */
export function mediansFor(query: string, samples: readonly Sample[]): Medians[] {
  const own = samples.filter((sample) => sample.query === query);
  return [...Map.groupBy(own, ({ contestant }) => contestant)]
    .map(([contestant, taken]) => ({
      contestant,
      cpuMs: median(taken.map(({ cpuMs }) => cpuMs)),
      perSecond: median(taken.map(({ perSecond }) => perSecond)),
      p50: median(taken.map(({ p50 }) => p50)),
      p99: median(taken.map(({ p99 }) => p99)),
      rssBytes: median(taken.map(({ rssBytes }) => rssBytes)),
    }))
    .toSorted((a, b) => a.cpuMs - b.cpuMs);
}

/** Each target with what was measured. */
export function outcomes(medians: readonly Medians[]): Outcome[] {
  const cpuOf = (name: string) => medians.find(({ contestant }) => contestant === name)?.cpuMs;
  return targets.map((target) => {
    const [own, other] = [cpuOf(target.of), cpuOf(target.against)];
    return { ...target, ratio: own === undefined || other === undefined ? undefined : own / other };
  });
}

/** True when the target was measured and missed. */
export function isMissed({ ratio, limit }: Outcome): boolean {
  return ratio !== undefined && ratio > limit;
}

/** The medians as a table, CPU also as a multiple of ours. */
export function tableOf(medians: readonly Medians[]): string {
  const own = medians.find(({ contestant }) => contestant === ours)?.cpuMs ?? Number.NaN;
  const rows = medians.map(({ contestant, cpuMs, perSecond, p50, p99, rssBytes }) => [
    contestant,
    cpuMs.toFixed(3),
    (cpuMs / own).toFixed(2),
    perSecond.toFixed(0),
    p50.toFixed(1),
    p99.toFixed(1),
    (rssBytes / 1024 / 1024).toFixed(0),
  ]);
  const heads = ['', 'CPU ms/request', 'x OneNX', 'requests/s', 'p50 ms', 'p99 ms', 'RSS MiB'];
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [heads, ...rows].map(line).join('\n');
}

/** One line for each target. */
export function verdictsOf(found: readonly Outcome[]): string {
  return found
    .map((outcome) => {
      const { of, against, limit, ratio } = outcome;
      const wanted = `target: at most ${limit}`;
      if (ratio === undefined) return `  not measured  ${of} / ${against} (${wanted})`;
      return `  ${isMissed(outcome) ? 'MISSED' : 'met   '}  ${of} / ${against} = ${ratio.toFixed(3)} (${wanted})`;
    })
    .join('\n');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
