import type { KindDefinition, Level, RecordValues, Role } from '@onenx/schema';
import type { Move, Plan } from './move.js';
import { problemOf } from './problem.js';

export const DECISIONS = ['SUBMIT', 'APPROVE', 'RETURN', 'LOCK', 'WITHDRAW'] as const;
export type Decision = (typeof DECISIONS)[number];

interface Step {
  readonly from: readonly string[];
  readonly to: string;
  readonly by: readonly Role[];
}

/** From the committee up: whose approval makes which state. */
const APPROVALS: readonly { readonly level: Level; readonly by: Role; readonly to: string }[] = [
  { level: 'COMMITTEE', by: 'COMMITTEE_WORKER', to: 'APPROVED_COMMITTEE' },
  { level: 'STREET', by: 'STREET_OFFICER', to: 'APPROVED_STREET' },
  { level: 'DISTRICT', by: 'DISTRICT_SUPERVISOR', to: 'APPROVED_DISTRICT' },
];

/**
 * The steps of approval of a level's records: each level from the owner's up approves what the one below has, the district
 * locks. What is locked changes only by a correction, which keeps both.
 */
export function stepsOf(level: Level): Readonly<Record<Decision, readonly Step[]>> {
  const own = APPROVALS.slice(APPROVALS.findIndex((one) => one.level === level));
  const before = (i: number): string => (i === 0 ? 'SUBMITTED' : (own[i - 1]?.to ?? ''));
  const owner = own[0]?.by ?? 'DISTRICT_SUPERVISOR';
  const approved = own.map(({ to }) => to);
  return {
    SUBMIT: [{ from: ['DRAFT'], to: 'SUBMITTED', by: [owner, 'INTEGRATOR'] }],
    APPROVE: own.map(({ by, to }, i) => ({ from: [before(i)], to, by: [by] })),
    RETURN: own.map(({ by }, i) => ({ from: [before(i)], to: 'DRAFT', by: [by] })),
    LOCK: [{ from: ['APPROVED_DISTRICT'], to: 'LOCKED', by: ['DISTRICT_SUPERVISOR'] }],
    WITHDRAW: [{ from: ['DRAFT', 'SUBMITTED', ...approved], to: 'WITHDRAWN', by: [owner] }],
  };
}

/** One decision on records of a kind, whatever the kind. */
export function reviewMove(kind: KindDefinition, decision: Decision): Move {
  const steps = stepsOf(kind.level)[decision];
  return {
    name: `review${kind.level.charAt(0)}${kind.level.slice(1).toLowerCase()}Record`,
    kind,
    by: [],
    creates: false,
    barredIn: [],
    takes: () => false,
    // From its submission on a record counts: what was kept when it was saved may not be so any more.
    rules: decision === 'SUBMIT' ? (kind.rules ?? []) : [],
    needs: {},
    plan: ({ before }) => decide(before?.values ?? {}, steps, decision),
    byState: (state) => steps.filter(({ from }) => from.includes(state)).flatMap(({ by }) => by),
  };
}

function decide(values: RecordValues, steps: readonly Step[], decision: Decision): Plan {
  const found = String(values['state']);
  const step = steps.find(({ from }) => from.includes(found));
  if (step !== undefined) return { values: { ...values, state: step.to }, problems: [] };
  const expected = steps.flatMap(({ from }) => from).join(', ');
  return {
    values,
    problems: [problemOf('ACTION_NOT_ALLOWED', { action: decision, found, expected }, ['input', 'decision'])],
  };
}
