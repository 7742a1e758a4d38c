import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { SilentServiceError, type ServiceAnswer } from '../route/service.js';
import { CircuitBreaker, type CircuitState } from './circuit-breaker.js';
import { aRequest, settled } from './loopback.test-kit.js';
import { silence, TransportFault } from './transport-fault.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
process.stdout.write(`seed of the circuit breaker: ${SEED}\n`);

const options = {
  faultsInRow: 3,
  faultRate: 0.5,
  leastCalls: 6,
  windowSeconds: 4,
  pauseMs: 2_000,
  enoughMs: 1_000,
  quickMs: 0,
};

type Ending = 'ANSWER' | 'SCHEMA' | 'FAULT' | 'GONE';
const endings: Record<Ending, ServiceAnswer | SilentServiceError> = {
  ANSWER: { data: {} },
  SCHEMA: new SilentServiceError('SCHEMA'),
  FAULT: silence('UNREACHABLE', new TransportFault('CONNECTION', 'reset')),
  GONE: silence('UNREACHABLE', new TransportFault('GONE', 'gone')),
};

interface Under {
  readonly turns: number;
  readonly number: number;
}

/** What a breaker must do, said over the plain history since the last change of state. */
interface Model {
  now: number;
  state: CircuitState;
  since: number;
  /** How often the state changed: a call counts only while it is what it was when the call began. */
  turns: number;
  history: { at: number; fault: boolean }[];
  under: Under[];
  begun: number;
}

/** The breaker, and the calls under way behind it. */
interface Real {
  readonly breaker: CircuitBreaker;
  readonly call: () => Promise<unknown>;
  readonly end: (number: number, ending: Ending) => Promise<void>;
  readonly clock: { now: number };
}

function turn(model: Model, state: CircuitState): void {
  Object.assign(model, { state, since: model.now, turns: model.turns + 1, history: [] });
}

function mustOpen({ history, now }: Model): boolean {
  const last = history.slice(-options.faultsInRow);
  const second = (at: number) => Math.floor(at / 1_000);
  const recent = history.filter(({ at }) => second(at) > second(now) - options.windowSeconds);
  const faults = recent.filter(({ fault }) => fault).length;
  return (
    (last.length === options.faultsInRow && last.every(({ fault }) => fault)) ||
    (recent.length >= options.leastCalls && faults / recent.length >= options.faultRate)
  );
}

class Begin implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    if (model.state === 'OPEN' && model.now - model.since >= options.pauseMs) turn(model, 'HALF_OPEN');
    const isProbed = model.under.some(({ turns }) => turns === model.turns);
    const passes = model.state === 'CLOSED' || (model.state === 'HALF_OPEN' && !isProbed);
    const call = real.call();
    if (passes) model.under.push({ turns: model.turns, number: model.begun++ });
    else expect(await call).toMatchObject({ reason: 'UNREACHABLE', cause: { kind: 'CIRCUIT_OPEN' } });
    expect(real.breaker.status).toMatchObject({ state: model.state, since: model.since });
  }
  toString = () => 'begin';
}

class End implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly pick: number,
    readonly ending: Ending,
  ) {}
  check = ({ under }: Readonly<Model>) => under.length > 0;
  async run(model: Model, real: Real): Promise<void> {
    const [ended] = model.under.splice(this.pick % model.under.length, 1);
    if (ended === undefined) return;
    await real.end(ended.number, this.ending);
    if (ended.turns === model.turns && this.ending !== 'GONE') count(model, this.ending === 'FAULT');
    expect(real.breaker.status).toMatchObject({ state: model.state, since: model.since });
  }
  toString = () => `end ${this.pick} ${this.ending}`;
}

function count(model: Model, fault: boolean): void {
  if (model.state === 'HALF_OPEN') {
    turn(model, fault ? 'OPEN' : 'CLOSED');
    return;
  }
  model.history.push({ at: model.now, fault });
  if (fault && mustOpen(model)) turn(model, 'OPEN');
}

class Pass implements fc.AsyncCommand<Model, Real> {
  constructor(readonly ms: number) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    model.now += this.ms;
    real.clock.now = model.now;
  }
  toString = () => `pass ${this.ms}`;
}

function start(): { model: Model; real: Real } {
  const clock = { now: 0 };
  const under: { resolve: (answer: ServiceAnswer) => void; reject: (error: Error) => void }[] = [];
  const calls: Promise<unknown>[] = [];
  const breaker = new CircuitBreaker({ ...options, now: () => clock.now });
  const service = breaker.guard(() => new Promise<ServiceAnswer>((resolve, reject) => under.push({ resolve, reject })));
  const call = () => {
    const before = under.length;
    const result = settled(service(aRequest()));
    if (under.length > before) calls.push(result);
    return result;
  };
  const end = async (number: number, ending: Ending) => {
    const how = endings[ending];
    if (how instanceof Error) under[number]?.reject(how);
    else under[number]?.resolve(how);
    await calls[number];
  };
  const model: Model = { now: 0, state: 'CLOSED', since: 0, turns: 0, history: [], under: [], begun: 0 };
  return { model, real: { breaker, call, end, clock } };
}

test('does over any course of calls what its rules say over the history', async () => {
  const ending = fc.constantFrom<Ending>('ANSWER', 'SCHEMA', 'FAULT', 'FAULT', 'FAULT', 'GONE');
  const commands = fc.commands(
    [
      fc.constant(new Begin()),
      fc.constant(new Begin()),
      fc.tuple(fc.nat(20), ending).map(([pick, how]) => new End(pick, how)),
      fc.tuple(fc.nat(20), ending).map(([pick, how]) => new End(pick, how)),
      fc.constantFrom(1, 400, 999, 1_000, 2_000, 4_000).map((ms) => new Pass(ms)),
    ],
    { maxCommands: 120, size: 'max' },
  );
  const seen = new Set<CircuitState>();
  await fc.assert(
    fc.asyncProperty(commands, async (course) => {
      const { model, real } = start();
      await fc.asyncModelRun(() => ({ model, real }), course);
      seen.add(real.breaker.status.state);
    }),
    { seed: SEED, numRuns: 300 },
  );
  expect([...seen].sort()).toEqual(['CLOSED', 'HALF_OPEN', 'OPEN']);
});
