import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerOf, inOrder, silenceOf, type Silence, type SilenceSeen } from '../kit/faults/fault-oracle.js';
import { ask, askQuiet, QUESTION, type DataSeen } from '../kit/faults/fault-question.js';
import type { ProxyFault } from '../kit/faults/fault-proxy.js';
import { Load } from '../kit/faults/load.js';
import { NodeHub, type EndpointName } from '../kit/faults/node-hub.js';
import { quietTruth, type QuietTruth } from '../kit/faults/quiet-truth.js';

/** How long the load lasts in all, at least. */
const SECONDS = Number(process.env['ONENX_FAULT_SECONDS'] ?? 9);
const TIMEOUT_MS = 1_500;
const AT_ONCE = 3;
/** More than a warm hub may come to hold, in MiB, whatever the length of the load; measured: 1 to 2. */
const GROWTH_MIB = 4;
/** Which endpoints an answer of QUESTION asks, by the part of the answer. */
const ASKS: Readonly<Record<keyof SilenceSeen, readonly EndpointName[]>> = {
  rollup: ['district', 'streets', 'street009', 'committees', 'committees009'],
  teams: ['streets', 'street009'],
  groups: ['committees', 'committees009'],
};

interface Fault {
  readonly name: string;
  readonly at: EndpointName;
  readonly begin: (hub: NodeHub) => unknown;
  readonly end: (hub: NodeHub) => unknown;
  /** How the coverage calls it; null: no answer is lost; undefined: some are. */
  readonly reason: string | null | undefined;
}

/** The last is one after which an endpoint is asked again at once: its circuit never opens, for it answers. */
const FAULTS: readonly Fault[] = [
  {
    name: 'is killed and started again',
    at: 'street009',
    begin: async (hub) => hub.node('street009').kill(),
    end: async (hub) => hub.startNode('street009'),
    reason: 'UNREACHABLE',
  },
  {
    name: 'stops and goes on',
    at: 'street009',
    begin: (hub) => hub.node('street009').hang(),
    end: (hub) => hub.node('street009').goOn(),
    reason: 'TIMEOUT',
  },
  behindProxy('answers late, but in time', 'streets', { fault: 'LATE', reason: null }),
  behindProxy('answers too late', 'streets', { fault: 'SLOW', reason: 'TIMEOUT' }),
  behindProxy('sends half of its answers', 'committees009', { fault: 'HALF', reason: 'UNREACHABLE' }),
  behindProxy('answers with HTTP 5xx', 'streets', { fault: 'STATUS', reason: 'UNREACHABLE' }),
  behindProxy('sends garbage', 'committees009', { fault: 'GARBAGE', reason: 'UNREACHABLE' }),
  behindProxy('fails now and then', 'streets', { fault: 'FLAKY', reason: undefined }),
  behindProxy('has another schema', 'committees009', { fault: 'SCHEMA', reason: 'SCHEMA' }),
];

function behindProxy(
  name: string,
  at: EndpointName,
  { fault, reason }: { fault: ProxyFault; reason: Fault['reason'] },
): Fault {
  const begin = (hub: NodeHub): void => hub.proxy(at).set(fault);
  const end = (hub: NodeHub): void => hub.proxy(at).set('NONE');
  return { name, at, begin, end, reason };
}

/** What is kept of an answer: what it calls silent, and in which way it was wrong, if it was. */
interface Seen {
  readonly silence: SilenceSeen;
  readonly wrong: { readonly found: unknown; readonly expected: unknown } | null;
}

const NONE: Silence = new Map();
const NO_SILENCE: SilenceSeen = { rollup: NONE, teams: NONE, groups: NONE };
/** A fault lasts so long at least, and the rest after it too. */
const PART_MS = (SECONDS * 1_000) / FAULTS.length / 2;

let hub: NodeHub;
let truth: QuietTruth;
let load: Load<Seen>;
/** What the hub held when it was warm, in MiB. */
let warm: number;

beforeAll(async () => {
  hub = await NodeHub.start(TIMEOUT_MS);
  truth = await quietTruth(hub.url);
  load = new Load(look, AT_ONCE);
  await load.collect(load.mark(), { least: 60, milliseconds: 0 });
  warm = await hub.heldMiB();
});

afterAll(async () => {
  await load?.stop();
  await hub?.close();
});

async function look(): Promise<Seen> {
  try {
    const { status, data, errors } = await ask<DataSeen>(hub.url, QUESTION);
    if (status !== 200 || errors !== undefined || !data) {
      return { silence: NO_SILENCE, wrong: { found: { status, errors }, expected: 'HTTP 200, data, no errors' } };
    }
    const silence = silenceOf(data);
    const [found, expected] = [inOrder(data), inOrder(answerOf(truth, silence))];
    return { silence, wrong: sameJson(found, expected) ? null : { found, expected } };
  } catch (error) {
    return { silence: NO_SILENCE, wrong: { found: String(error), expected: 'an answer' } };
  }
}

/** Key by key, as toEqual has it, but fast enough for every answer of a load. */
function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameJson(value, right.get(key)));
}

/** The parts of an answer, each with the endpoints that it calls silent. */
function partsOf({ silence }: Seen): (readonly [keyof SilenceSeen, Silence])[] {
  return [['rollup', silence.rollup] as const, ['teams', silence.teams] as const, ['groups', silence.groups] as const];
}

function silentOnes(answers: readonly Seen[]): string[] {
  const names = answers.flatMap((seen) => partsOf(seen).flatMap(([, silence]) => [...silence.keys()]));
  return [...new Set(names)];
}

describe('the whole', () => {
  test('is, by the oracle, what the nodes add up to', () => {
    expect(inOrder(answerOf(truth, NO_SILENCE))).toEqual(inOrder(truth.whole));
    expect(truth.nodes).toHaveLength(200);
  });
});

describe('under load, an endpoint that', () => {
  test.each(FAULTS)('$name costs its own part only, and is named', async ({ at, begin, end, reason }) => {
    const began = load.mark();
    await begin(hub);
    await load.turnOver();
    const down = load.mark();
    // Enough for the circuit of one that keeps its callers waiting to open.
    await load.collect(down, { least: (reason === 'TIMEOUT' ? 5 : 2) * AT_ONCE, milliseconds: PART_MS });
    const lifted = load.mark();
    await end(hub);
    // It answers again: from now on it is up throughout every request, and every answer is whole.
    await askQuiet(hub.urlOf(at), '{ __typename }');
    await load.turnOver();
    const recovered = load.mark();
    await load.collect(recovered, { least: AT_ONCE, milliseconds: PART_MS });
    const rested = load.mark();

    for (const { wrong } of load.touching(began, rested)) if (wrong) expect(wrong.found).toEqual(wrong.expected);
    const others = silentOnes(load.touching(began, rested)).filter((name) => name !== at);
    expect(others).toEqual([]);
    expect(silentOnes(load.within(recovered, rested))).toEqual([]);
    const during = load.within(down, lifted);
    expect(during.length).toBeGreaterThan(0);
    if (reason === undefined) return expect(silentOnes(during)).toEqual([at]);
    for (const part of during.flatMap(partsOf))
      expect(part).toEqual([part[0], expectedSilence(part[0], { at, reason })]);
  });

  test('was the last to fail is there in the very next answer', async () => {
    await load.stop();
    hub.proxy('committees009').set('SCHEMA');
    const during = await look();
    expect(silentOnes([during])).toEqual(['committees009']);
    hub.proxy('committees009').set('NONE');
    expect(await askQuiet(hub.url, QUESTION)).toEqual(truth.whole);
  });
});

function expectedSilence(
  part: keyof SilenceSeen,
  { at, reason }: { readonly at: EndpointName; readonly reason: string | null },
): Silence {
  return new Map(reason !== null && ASKS[part].includes(at) ? [[at, reason]] : []);
}

describe('after the load', () => {
  test('every answer was right over the nodes that it called answered', () => {
    expect(load.answers.length).toBeGreaterThan(100);
    const wrong = load.answers.flatMap(({ seen }) => seen.wrong ?? []);
    for (const { found, expected } of wrong.slice(0, 1)) expect(found).toEqual(expected);
    expect(wrong).toHaveLength(0);
  });

  test('the hub holds what it held when it was warm', async () => {
    expect(await hub.heldMiB()).toBeLessThan(warm + GROWTH_MIB);
  });
});
