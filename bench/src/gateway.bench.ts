import { startChild, type Child } from './gateway/child.js';
import { sameAnswers, type Query } from './gateway/compare.js';
import { startContestants, type Contestant, type World } from './gateway/contestants.js';
import { measure, type Sample } from './gateway/measure.js';
import { installPeers } from './gateway/peers.js';
import { isMissed, mediansFor, outcomes, tableOf, verdictsOf } from './gateway/report.js';

const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const rounds = quick ? 1 : 5;
const seconds = 2;
// A gateway's first seconds are those of its compiler (JIT).
const warmUpSeconds = 2;

interface Shop extends World {
  readonly queries: Readonly<Record<string, string>>;
}

/** Gateways side by side: the same subgraphs, the same operations, the processor time of each gateway's own process. */
async function run(): Promise<void> {
  installPeers();
  const shop = await startChild<Shop>('subgraphs.js', {});
  const contestants: Contestant[] = [];
  try {
    await compete(shop, contestants);
  } finally {
    for (const { stop } of [shop, ...contestants]) stop();
  }
}

async function compete(shop: Child<Shop>, contestants: Contestant[]): Promise<void> {
  const queries = Object.entries(shop.started.queries).map(([name, query]): Query => ({
    name,
    body: JSON.stringify({ query }),
  }));
  const { running, missing } = await startContestants(shop.started, only?.split(','));
  contestants.push(...running);
  const { agreeing, different } = await sameAnswers(running, queries);
  const absent = [...missing, ...different];
  const samples: Sample[] = [];
  for (const query of queries) {
    for (const contestant of agreeing) await measure(contestant, query, warmUpSeconds);
    for (let round = 0; round < rounds; round++)
      for (const contestant of alternating(agreeing, round)) samples.push(await measure(contestant, query, seconds));
  }
  report(queries, samples, absent);
}

/** Every other round runs backwards, so that nobody always follows the same neighbour. */
function alternating(contestants: readonly Contestant[], round: number): readonly Contestant[] {
  return round % 2 === 0 ? contestants : contestants.toReversed();
}

function report(
  queries: readonly Query[],
  samples: readonly Sample[],
  absent: readonly { name: string; why: string }[],
): void {
  for (const { name } of queries) {
    const medians = mediansFor(name, samples);
    const found = outcomes(medians);
    console.log(
      `\nquery "${name}", medians of ${rounds} alternating rounds, 50 connections\n${tableOf(medians)}\n${verdictsOf(found)}`,
    );
    if (found.some(isMissed)) process.exitCode = 1;
  }
  for (const { name, why } of absent) console.log(`\nmissing: ${name}: ${why}`);
}

await run();
