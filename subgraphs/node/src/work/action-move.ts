import type { ActionDefinition, FieldValue, KindDefinition, WorkflowDefinition } from '@onenx/schema';
import { formatOf } from '../import/columns/format.js';
import { columnsOf } from '../import/columns/import-column.js';
import { stepOf, type Draft, type Move, type Plan } from './move.js';
import { problemOf, type Problem } from './problem.js';

/** The actions of a kind's workflow as moves. */
export function actionMoves(kind: KindDefinition): Move[] {
  const { workflow } = kind;
  if (workflow === undefined) return [];
  return Object.entries(workflow.actions).map(([name, action]) => ({
    name,
    kind,
    by: action.by,
    creates: false,
    // A draft counts nowhere yet, and what is withdrawn counts no more: neither has any work to go on.
    barredIn: ['DRAFT', 'WITHDRAWN'],
    takes: (field) => action.takes?.[field] !== undefined,
    rules: action.rules ?? [],
    needs: action.needs ?? {},
    sets: action.sets,
    plan: (draft) => act(kind, { workflow, name, action }, draft),
  }));
}

interface Acting {
  readonly workflow: WorkflowDefinition;
  readonly name: string;
  readonly action: ActionDefinition;
}

function act(kind: KindDefinition, { workflow, name, action }: Acting, { before, read, today }: Draft): Plan {
  const values: Record<string, FieldValue> = { ...before?.values, ...read.values };
  const found = stepOf(kind, before?.values ?? {});
  if (!action.from.includes(found)) {
    const problem = problemOf('ACTION_NOT_ALLOWED', { action: name, found, expected: action.from.join(', ') });
    return { values, problems: [problem] };
  }
  if (action.to !== undefined) values[workflow.field] = action.to;
  for (const field of action.stamps ?? []) values[field] = read.values[field] ?? today;
  return { values, problems: [...read.problems, ...missing(kind, action, read.values)] };
}

function missing(kind: KindDefinition, { takes = {} }: ActionDefinition, values: Draft['read']['values']): Problem[] {
  return columnsOf(kind)
    .filter(({ name }) => takes[name] === 'required' && (values[name] ?? null) === null)
    .map((column) =>
      problemOf('VALUE_REQUIRED', { field: column.name, found: '', expected: formatOf(column) }, [
        'input',
        column.name,
      ]),
    );
}
