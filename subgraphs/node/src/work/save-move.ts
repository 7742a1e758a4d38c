import { type FieldValue, type KindDefinition, type RecordValues } from '@onenx/schema';
import { columnsOf } from '../import/columns/import-column.js';
import { OFFICER_OF } from './actor.js';
import { nounOf, type Draft, type Move, type Plan } from './move.js';
import { missingFields } from './read-fields.js';

/** Makes a record of a kind, or changes the fields that its workflow leaves free. */
export function saveMove(kind: KindDefinition): Move {
  const noun = nounOf(kind);
  return {
    name: `save${kind.name}`,
    kind,
    noun,
    by: kind.savedBy ?? [OFFICER_OF[kind.level], 'INTEGRATOR'],
    creates: true,
    rules: kind.rules ?? [],
    needs: {},
    plan: (draft) => (draft.before === null ? create(kind, draft, noun) : change(draft)),
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

function change({ before, read }: Draft): Plan {
  return { values: { ...before?.values, ...read.values }, problems: read.problems };
}
