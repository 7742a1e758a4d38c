import type { PlaceTree } from '@onenx/schema';
import { sameAnswers } from './gateway/compare.js';
import type { RunningCommand } from './onenx/command.js';
import { cpuPerRequest, median } from './onenx/load.js';
import { startListeners, startServe, type Endpoints } from './onenx/partitioned.js';
import { SAMPLE_DAY, withSample, type Sample } from './onenx/sample.js';
import { askWithOneSlow } from './onenx/slow-node.js';
import { nodesQuery } from './onenx/view-query.js';

const rounds = 3;
// One at a time: identical questions under way would be asked of an endpoint once.
const load = { requests: 8, connections: 1 };
const timeoutMs = 60_000;
const limit = 25;
// The answer comes when the timeout of the slow one is over, and what it takes when nobody is slow.
const graceTimeouts = 0.5;

interface Case {
  readonly name: string;
  readonly endpoints: Endpoints;
}

/** The same question over few endpoints and over many: what the gateway's process (with the hub in it) takes. */
async function run(sample: Sample): Promise<void> {
  const stops: (() => void)[] = [];
  try {
    const cases = await startCases(sample, stops);
    await compare(sample, cases, stops);
    const all = cases.at(-1);
    if (all) await reportSlow(sample, all.endpoints);
  } finally {
    for (const stop of stops) stop();
  }
}

async function compare(sample: Sample, cases: readonly Case[], stops: (() => void)[]): Promise<void> {
  const serves: (RunningCommand & { name: string })[] = [];
  for (const [index, { name, endpoints }] of cases.entries()) {
    const serve = await startServe(sample, { name: `case-${index}`, endpoints, timeoutMs });
    stops.push(serve.stop);
    serves.push({ ...serve, name });
  }
  const contestants = serves.map((serve) => ({
    ...serve,
    usage: async () => ({ cpuMs: await serve.cpuMs(), rssBytes: 0 }),
  }));
  const { different } = await sameAnswers(contestants, [nodesQuery]);
  if (different[0]) throw new Error(`over ${different[0].name} the answer is another: ${different[0].why}`);
  const found = new Map(serves.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const serve of round % 2 === 0 ? serves : serves.toReversed()) {
      const [cpuMs = Number.NaN] = await cpuPerRequest({ url: serve.url, query: nodesQuery, load }, [serve]);
      // The first round is the compiler's (JIT).
      if (round > 0) found.get(serve.name)?.push(cpuMs);
    }
  report([...found].map(([name, values]) => ({ name, cpuMs: median(values) })));
}

/** Listeners are shared by the cases: what differs is the topology. */
async function startCases(sample: Sample, stops: (() => void)[]): Promise<Case[]> {
  const { district, streets, committees } = placesOf(sample.tree);
  const start = async (level: keyof Endpoints, owns: readonly string[]) => {
    const { endpoints, stop } = await startListeners(sample, level, owns);
    stops.push(stop);
    return endpoints;
  };
  const [whole, ...parts] = await start('COMMITTEE', [district, ...streets]);
  const each = await start('COMMITTEE', committees);
  const [wholeStreet, ...eachStreet] = await start('STREET', [district, ...streets]);
  const DISTRICT = await start('DISTRICT', [district]);
  if (whole === undefined || wholeStreet === undefined) throw new Error('the sample has no places');
  const STREET = [wholeStreet];
  return [
    { name: '1 endpoint of the committees', endpoints: { DISTRICT, STREET, COMMITTEE: [whole] } },
    { name: `${parts.length} endpoints of the committees`, endpoints: { DISTRICT, STREET, COMMITTEE: parts } },
    {
      name: `${1 + eachStreet.length + each.length} endpoints, one for each place`,
      endpoints: { DISTRICT, STREET: eachStreet, COMMITTEE: each },
    },
  ];
}

function placesOf(tree: PlaceTree): { district: string; streets: string[]; committees: string[] } {
  const [root] = tree.at(SAMPLE_DAY).roots();
  if (root === undefined) throw new Error('the sample has no district');
  const places = tree.codes().map((code) => ({ code, level: tree.version(code, SAMPLE_DAY)?.level }));
  const of = (level: string) => places.filter((place) => place.level === level).map(({ code }) => code);
  return { district: root.code, streets: of('STREET'), committees: of('COMMITTEE') };
}

function report(found: readonly { name: string; cpuMs: number }[]): void {
  const [one = Number.NaN, ten = Number.NaN, all = Number.NaN] = found.map(({ cpuMs }) => cpuMs);
  console.log(
    `the view and a list of the committees' records, processor time of onenx serve for one request, medians of ${rounds} rounds (all answers the same):`,
  );
  for (const { name, cpuMs } of found) console.log(`  ${(cpuMs / one).toFixed(2)} times  ${name}`);
  const ratio = all / ten;
  console.log(
    `${ratio <= limit ? 'met' : 'MISSED'}: over all of them it takes ${ratio.toFixed(2)} times what it takes over 10 (target: at most ${limit} times)`,
  );
  if (!(ratio <= limit)) process.exitCode = 1;
}

async function reportSlow(sample: Sample, endpoints: Endpoints): Promise<void> {
  const { timeouts, withoutTimeouts, othersWhole } = await askWithOneSlow(sample, endpoints);
  const inTime = timeouts <= 1 + withoutTimeouts + graceTimeouts;
  console.log(
    [
      `one endpoint slower than the timeout:`,
      `  ${othersWhole ? 'passed' : 'FAILED'}: every other endpoint's part is whole, and the slow one alone is named missing (TIMEOUT)`,
      `  ${inTime ? 'passed' : 'FAILED'}: the answer came after ${timeouts.toFixed(2)} timeouts (${withoutTimeouts.toFixed(2)} when nobody is slow)`,
    ].join('\n'),
  );
  if (!othersWhole || !inTime) process.exitCode = 1;
}

await withSample(run);
