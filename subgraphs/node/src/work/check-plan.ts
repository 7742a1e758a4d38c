import type { EntityManager } from '@mikro-orm/sqlite';
import { OneNXError, recordState, type RecordValues } from '@onenx/schema';
import type { StoredRecord } from '../import/store/stored-record.js';
import { roleFor, shownRole } from './actor.js';
import { checkRules, ruleInput } from './check-rules.js';
import { pathTo, type ChangeInput, type Move } from './move.js';
import { MASKED, problemOf, refuses, type Problem } from './problem.js';
import type { ReadFields } from './read-fields.js';
import type { WorkOptions } from './outcome.js';
import { loadRelated } from './related.js';

interface Planning {
  readonly move: Move;
  readonly input: ChangeInput;
  readonly before: StoredRecord | null;
  readonly read: ReadFields;
}

/** The record as the change would make it, everything that speaks against it, and the role by which it is made. */
export interface Checked {
  readonly after: RecordValues;
  readonly problems: readonly Problem[];
  readonly role: string;
}

/** Asks who may, what the state allows, what the fields say, and then the rules: they need a record that is whole. */
export async function checkPlan(options: WorkOptions & { em: EntityManager }, planning: Planning): Promise<Checked> {
  const { move, input, before, read } = planning;
  const { today, parameters } = options;
  const { role, problems: barred } = admit(options, planning);
  const plan = move.plan({ before, input, read, today });
  const problems = [...barred, ...plan.problems];
  if (refuses(problems)) return { after: plan.values, problems, role };
  const related = await loadRelated(move, plan.values, options);
  const asked = { before: before?.values ?? null, after: plan.values, today, parameters, related };
  const { after, problems: underived } = derive(move, asked);
  problems.push(...underived, ...fieldProblems(move, after));
  if (!refuses(problems)) problems.push(...checkRules(move, { ...asked, after }));
  return { after, problems, role };
}

function admit({ actor }: WorkOptions, { move, input, before, read }: Planning): { role: string; problems: Problem[] } {
  const place = String(before?.values['place'] ?? read.values['place'] ?? '');
  const state = String(before?.values['state']);
  const locked = before !== null && state === 'LOCKED' && (input.correction ?? '').trim() === '';
  const by = move.byState?.(state) ?? move.by;
  // A state that allows nobody is the plan's to refuse, and a place that is none has been.
  const held = place === '' ? undefined : roleFor(actor, by, place);
  const barred = held === undefined && place !== '' && by.length > 0;
  const expected = recordState.codes.filter((code) => !move.barredIn.includes(code)).join(', ');
  return {
    role: held === undefined ? '' : shownRole(held),
    problems: [
      ...(move.barredIn.includes(state)
        ? [problemOf('ACTION_NOT_ALLOWED', { action: move.name, found: state, expected }, ['input', 'id'])]
        : []),
      ...(barred ? [problemOf('ROLE_REQUIRED', { action: move.name, place, expected: by.join(', ') })] : []),
      ...(locked ? [problemOf('RECORD_LOCKED', { found: before.id }, ['input', 'correction'])] : []),
    ],
  };
}

function fieldProblems(move: Move, values: RecordValues): Problem[] {
  const problem = move.kind.check?.(values) ?? null;
  if (problem === null) return [];
  const { code, params, field } = problem;
  const personal = move.kind.fields[field]?.personal === true;
  return [problemOf(code, personal ? { ...params, found: MASKED } : params, pathTo(move, field))];
}

type Asked = Parameters<typeof ruleInput>[0];

/** What follows from the move; a legal parameter that is not in force leaves it unsaid, and refuses. */
function derive(move: Move, asked: Asked): { after: RecordValues; problems: readonly Problem[] } {
  try {
    return { after: { ...asked.after, ...move.sets?.(ruleInput(asked, move.needs)) }, problems: [] };
  } catch (error) {
    if (!(error instanceof OneNXError)) throw error;
    return { after: asked.after, problems: [problemOf(error.code, error.params)] };
  }
}
