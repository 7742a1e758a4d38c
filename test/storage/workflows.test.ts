import { expect, test } from '@jest/globals';
import type { NodeDatabase } from '@onenx/node';
import {
  isErrorCode,
  managedFields,
  parseCodeSet,
  recordId,
  type FieldValue,
  type KindDefinition,
  type RecordValues,
} from '@onenx/schema';
import * as fc from 'fast-check';
import { historiesOf } from '../../subgraphs/node/src/history/record-history.js';
import { shippedParameters } from '../../subgraphs/node/src/parameters/shipped-parameters.js';
import { actionMoves } from '../../subgraphs/node/src/work/action-move.js';
import { readActor, roleFor } from '../../subgraphs/node/src/work/actor.js';
import type { ChangeInput, Move } from '../../subgraphs/node/src/work/move.js';
import { RecordWork } from '../../subgraphs/node/src/work/record-work.js';
import { DECISIONS, reviewMove } from '../../subgraphs/node/src/work/review-move.js';
import { saveMove } from '../../subgraphs/node/src/work/save-move.js';
import { onEachDatabase } from '../kit/databases.js';
import { recordValues } from '../kit/random-record.js';
import { allKinds, COMMITTEE, DISTRICT, STREET, tree } from '../kit/records.js';
import { clear, put } from '../kit/store.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
const RUNS = Number(process.env['RUNS'] ?? 1);
process.stdout.write(`seed of the workflows: ${SEED}\n`);

const CODES = parseCodeSet('310105');
const PLACE_OF = { DISTRICT, STREET, COMMITTEE };
const ACTORS = [
  `COMMITTEE_WORKER@${COMMITTEE}`,
  `STREET_OFFICER@${STREET}`,
  `DISTRICT_SUPERVISOR@${DISTRICT}`,
  `ANALYST@${DISTRICT}`,
];

/** One call: which mutation, by whom, on which version (0: as it stands), sent how often, and whether for real. */
interface Call {
  readonly move: number;
  readonly actor: string;
  readonly behind: number;
  readonly times: number;
  readonly dryRun: boolean;
  readonly correction: boolean;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** What the record must be, told without the code that makes it so. */
interface Model {
  version: number;
  step: string;
  state: string;
  readonly actions: string[];
}

function movesOf(kind: KindDefinition): Move[] {
  return [saveMove(kind), ...actionMoves(kind), ...DECISIONS.map((decision) => reviewMove(kind, decision))];
}

function callsOf(kind: KindDefinition): fc.Arbitrary<Call[]> {
  const call = fc.record({
    move: fc.nat(movesOf(kind).length - 1),
    actor: fc.constantFrom(...ACTORS),
    behind: fc.constantFrom(0, 0, 0, 0, 1),
    times: fc.constantFrom(1, 1, 2),
    dryRun: fc.constantFrom(false, false, false, true),
    correction: fc.boolean(),
    fields: recordValues(kind),
  });
  return fc.array(call, { minLength: 3, maxLength: 12 });
}

onEachDatabase('the work on every kind', (open) => {
  test('keeps to its state machine, tells every refusal and its whole history', async () => {
    const database = await open(allKinds);
    for (const kind of allKinds.filter(({ workflow }) => workflow !== undefined)) {
      await fc.assert(
        fc.asyncProperty(recordValues(kind), callsOf(kind), async (values, calls) =>
          drive(database, kind, { values, calls }),
        ),
        { seed: SEED, numRuns: 3 * RUNS },
      );
    }
  }, 300_000);
});

async function drive(
  database: NodeDatabase,
  kind: KindDefinition,
  { values, calls }: { values: Readonly<Record<string, FieldValue>>; calls: readonly Call[] },
): Promise<void> {
  const { workflow } = kind;
  if (workflow === undefined) return;
  await clear(database, [kind]);
  for (const table of ['change_request', 'change_log'])
    await database.query({ text: `DELETE FROM "${table}"`, params: [] });
  await database.query({ text: `DELETE FROM "${historyTable(kind)}"`, params: [] });
  const begun: Record<string, FieldValue> = { ...values };
  for (const name of managedFields(workflow)) if (kind.fields[name]?.optional === true) begun[name] = null;
  begun[kind.validity.to] = null;
  begun[workflow.field] = workflow.initial;
  const place = PLACE_OF[kind.level];
  const id = recordId(kind, place, begun) ?? '';
  await put(database, kind, [{ ...begun, id, place, state: 'SUBMITTED' }]);
  const model: Model = { version: 1, step: workflow.initial, state: 'SUBMITTED', actions: [''] };
  for (const [n, call] of calls.entries()) await make(database, { kind, model, id, place }, { ...call, n });
  const [history = []] = await historiesOf(database, kind, [id]);
  expect(history.map(({ version }) => version)).toEqual(model.actions.map((_, i) => i + 1));
  expect(history.map(({ action }) => action ?? '')).toEqual(model.actions);
}

interface Subject {
  readonly kind: KindDefinition;
  readonly model: Model;
  readonly id: string;
  readonly place: string;
}

async function make(database: NodeDatabase, subject: Subject, call: Call & { n: number }): Promise<void> {
  const { kind, model, id, place } = subject;
  const move = movesOf(kind)[call.move] ?? saveMove(kind);
  const decision = DECISIONS[call.move - movesOf(kind).length + DECISIONS.length];
  const actor = readActor(call.actor, { level: kind.level, codes: CODES });
  const input: ChangeInput = {
    requestId: `r${call.n}`,
    id,
    expectedVersion: model.version - call.behind,
    dryRun: call.dryRun,
    correction: call.correction ? '示例更正' : null,
    decision: decision ?? null,
    fields: fieldsFor(kind, move, call.fields),
  };
  const work = new RecordWork({
    database,
    kinds: allKinds,
    tree,
    codes: CODES,
    parameters: shippedParameters(),
    actor,
    today: '2026-11-20',
    now: () => new Date(),
  });
  const before = { ...model, actions: [...model.actions] };
  for (let time = 0; time < call.times; time++) {
    const outcome = await work.make(move, input);
    expect(outcome.problems.every(({ code }) => isErrorCode(code))).toBe(true);
    if (!outcome.ok) expect(outcome.problems.some(({ severity }) => severity === 'ERROR')).toBe(true);
    const allowed = mayBe(kind, { move, decision, actor, place, call }, before);
    if (!allowed) expect(outcome.ok).toBe(false);
    const values: RecordValues = outcome.record?.values ?? {};
    if (!outcome.ok || call.dryRun || time > 0 || values['version'] === model.version) continue;
    model.version += 1;
    const action = kind.workflow?.actions[move.name];
    model.step = action?.to ?? model.step;
    if (decision !== undefined) model.state = String(values['state']);
    model.actions.push(decision ?? move.name);
    expect([values['version'], values[kind.workflow?.field ?? ''], values['state']]).toEqual([
      model.version,
      model.step,
      model.state,
    ]);
  }
}

interface Attempt {
  readonly move: Move;
  readonly decision: string | undefined;
  readonly actor: ReturnType<typeof readActor>;
  readonly place: string;
  readonly call: Call;
}

/** False where the definition itself says no: the wrong role, the wrong state, an old version, a lock. */
function mayBe(kind: KindDefinition, { move, decision, actor, place, call }: Attempt, model: Model): boolean {
  if (call.behind > 0) return false;
  if (model.state === 'LOCKED' && !call.correction) return false;
  if (decision !== undefined) return (move.byState?.(model.state) ?? []).some((role) => roleFor(actor, [role], place));
  if (model.state === 'WITHDRAWN') return false;
  if (roleFor(actor, move.by, place) === undefined) return false;
  const action = kind.workflow?.actions[move.name];
  return action === undefined || (model.state !== 'DRAFT' && action.from.includes(model.step));
}

/** The schema lets a caller give only these. */
function fieldsFor(
  kind: KindDefinition,
  move: Move,
  fields: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  const { workflow } = kind;
  const action = workflow?.actions[move.name];
  const managed = workflow === undefined ? new Set<string>() : managedFields(workflow);
  const given = Object.entries(fields).filter(([name, value]) => {
    if (value === null && kind.fields[name]?.optional !== true) return false;
    if (move.noun !== undefined) return !managed.has(name) && !kind.key.includes(name);
    return action?.takes?.[name] !== undefined;
  });
  return Object.fromEntries(given);
}

function historyTable(kind: KindDefinition): string {
  return `${kind.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).slice(1)}_history`;
}
