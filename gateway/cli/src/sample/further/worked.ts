import { shippedParameters } from '@onenx/node';
import type { DivisionCode, KindDefinition, RecordValues, Rule, RuleInput, WorkflowDefinition } from '@onenx/schema';
import { later, type Day } from '../calendar.js';
import type { Random } from '../random.js';
import { writtenAfter, type SampleRow } from '../row.js';

/** An action of the kind's workflow on a day, with what it takes and the records that it looks at. */
export interface Step {
  readonly action: string;
  readonly on: Day;
  readonly takes?: RecordValues;
  readonly related?: RuleInput['related'];
}

/** A record as it was first saved, and what was to be done with it, the earliest first. */
export interface Life {
  readonly place: DivisionCode;
  readonly begun: Day;
  readonly values: RecordValues;
  readonly steps: readonly Step[];
}

/** The record as it stands on `today`: its steps until then were taken as the API would have taken them. */
export function workedRow(kind: KindDefinition, life: Life, { today, random }: Pen): SampleRow {
  const { workflow } = kind;
  if (workflow === undefined) throw new Error(`${kind.name} has no workflow`);
  const done = life.steps.filter(({ on }) => on <= today);
  let values: RecordValues = { ...life.values, [workflow.field]: workflow.initial };
  for (const step of done) values = act({ kind, workflow, step, place: life.place }, values);
  const last = done.map(({ on }) => on).reduce(later, life.begun);
  return { place: life.place, values, updatedAt: writtenAfter(last, today, random) };
}

/** What a row is written with. */
export interface Pen {
  readonly today: Day;
  readonly random: Random;
}

interface Acting {
  readonly kind: KindDefinition;
  readonly workflow: WorkflowDefinition;
  readonly step: Step;
  readonly place: DivisionCode;
}

/** @throws Error where the action would be refused: the sample is then wrong */
function act({ kind, workflow, step, place }: Acting, values: RecordValues): RecordValues {
  const { on, takes = {}, related = {} } = step;
  const action = workflow.actions[step.action];
  const state = String(values[workflow.field]);
  if (action?.from.includes(state) !== true) throw new Error(`${kind.name}: no ${step.action} in ${state}`);
  const stamps = Object.fromEntries((action.stamps ?? []).map((field) => [field, takes[field] ?? on]));
  const moved = { ...values, ...takes, [workflow.field]: action.to ?? state, ...stamps };
  const parameter = (name: string): number => shippedParameters().value(name, place, on);
  const input: RuleInput = { before: { ...values, place }, after: { ...moved, place }, today: on, related, parameter };
  const after = { ...moved, ...action.sets?.(input) };
  expectKept([...(kind.rules ?? []), ...(action.rules ?? [])], { ...input, after: { ...after, place } });
  return after;
}

/** Rules that look at other records are left to those who know them. */
function expectKept(rules: readonly Rule[], input: RuleInput): void {
  for (const rule of rules) {
    if (rule.needs !== undefined || rule.severity === 'WARNING') continue;
    const broken = rule.check(input);
    if (broken !== null) throw new Error(`${rule.code}: ${broken.found}, expected ${broken.expected}`);
  }
}
