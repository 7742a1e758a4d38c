import { codeAtLevel, managedFields, type FieldValue, type KindDefinition, type RecordValues } from '@onenx/schema';
import { columnsOf } from '../import/columns/import-column.js';
import { OFFICER_OF } from './actor.js';
import { nounOf, type Draft, type Move, type Plan } from './move.js';
import { problemOf, type Problem } from './problem.js';
import { missingFields } from './read-fields.js';

/** Makes a record of a kind, or changes the fields that its workflow leaves free. */
export function saveMove(kind: KindDefinition): Move {
  const noun = nounOf(kind);
  const managed = kind.workflow === undefined ? new Set<string>() : managedFields(kind.workflow);
  return {
    name: `save${kind.name}`,
    kind,
    noun,
    by: kind.savedBy ?? [OFFICER_OF[kind.level], 'INTEGRATOR'],
    creates: true,
    barredIn: ['WITHDRAWN'],
    takes: (field) => !managed.has(field),
    rules: kind.rules ?? [],
    needs: {},
    plan: (draft) => (draft.before === null ? create(kind, draft, noun) : change(kind, draft)),
  };
}

function create(kind: KindDefinition, { input, read }: Draft, noun: string): Plan {
  const initial: Record<string, FieldValue> = {};
  for (const column of columnsOf(kind)) initial[column.name] = column.initial ?? null;
  const { workflow } = kind;
  const begun: RecordValues = workflow === undefined ? {} : { [workflow.field]: workflow.initial };
  const state = input.asDraft === true ? 'DRAFT' : 'SUBMITTED';
  const values = { ...initial, ...begun, ...read.values, state };
  const refused = new Set(read.problems.map(({ field }) => field?.at(-1)));
  const missing = missingFields(kind, values, ['input', noun]).filter(({ field }) => !refused.has(field?.at(-1)));
  return { values, problems: [...read.problems, ...missing] };
}

function change(kind: KindDefinition, { before, input, read }: Draft): Plan {
  const stored = before?.values ?? {};
  const values = { ...stored, ...read.values };
  return { values, problems: [...read.problems, ...moved(kind, stored, values), ...undone(input, stored)] };
}

/** A record stays with the node that minted its id; to another one it goes by a transfer. */
function moved({ level }: KindDefinition, before: RecordValues, after: RecordValues): Problem[] {
  const [from, to] = [before, after].map(({ place }) => codeAtLevel(String(place), level));
  if (from === to) return [];
  return [
    problemOf('PLACE_OUTSIDE_NODE', { found: String(after['place']), expected: String(from) }, ['input', 'place']),
  ];
}

/** What was submitted becomes a draft again when it is returned, not when it is saved. */
function undone({ asDraft }: Draft['input'], { state }: RecordValues): Problem[] {
  if (asDraft !== true || state === 'DRAFT') return [];
  const params = { action: 'asDraft', found: String(state), expected: 'DRAFT' };
  return [problemOf('ACTION_NOT_ALLOWED', params, ['input', 'asDraft'])];
}
