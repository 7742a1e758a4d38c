import type { ActionDefinition, KindDefinition, RecordValues } from '@onenx/schema';
import type { Row } from './written-sample.test-kit.js';

/** A way through a workflow up to somewhere. */
interface Way {
  readonly state: string;
  readonly taken: readonly ActionDefinition[];
  /** The fields that the actions filled and did not empty again, in their order. */
  readonly filled: readonly string[];
}

/**
 * Whether some way through the workflow explains a row: it ends in the row's state, each action on it left its days and what it
 * has to take, the days follow each other, and there is no day of an action that is not on it.
 */
export function isExplained(kind: KindDefinition, row: Row): boolean {
  const { workflow } = kind;
  if (workflow === undefined) return true;
  const { field, initial } = workflow;
  const actions = Object.values(workflow.actions);
  const days = new Set(actions.flatMap(({ stamps = [] }) => stamps));
  const said = [...days].filter((day) => row[day] !== '');

  function leads({ state, taken, filled }: Way): boolean {
    if (state === row[field] && said.every((day) => filled.includes(day)) && fits(filled)) return true;
    return actions.some((action) => {
      if (taken.includes(action) || !action.from.includes(state)) return false;
      return leads({ state: action.to ?? state, taken: [...taken, action], filled: fill(filled, action, row) });
    });
  }

  function fits(filled: readonly string[]): boolean {
    const texts = filled.filter((one) => days.has(one)).map((one) => row[one] ?? '');
    // A day that counts as the beginning may itself be stamped.
    const begun = days.has(kind.validity.from) ? '' : (row[kind.validity.from] ?? '');
    return filled.every((one) => row[one] !== '') && texts.every((text, index) => text >= (texts[index - 1] ?? begun));
  }

  return leads({ state: initial, taken: [], filled: [] });
}

/** What is filled after an action: its stamps, what it has to take, and what follows, which may empty a field. */
function fill(before: readonly string[], action: ActionDefinition, row: Row): string[] {
  const { stamps = [], takes = {} } = action;
  const sets = Object.entries(setBy(action, row));
  const written = [...stamps, ...Object.keys(takes).filter((field) => takes[field] === 'required')];
  const follows = sets.filter(([, value]) => value !== null).map(([field]) => field);
  const emptied = sets.filter(([, value]) => value === null).map(([field]) => field);
  const filled = [...written, ...follows.filter((field) => !written.includes(field))];
  return [...before.filter((field) => !filled.includes(field)), ...filled].filter((field) => !emptied.includes(field));
}

function setBy({ sets }: ActionDefinition, row: Row): RecordValues {
  const days = { today: '2026-01-01', parameter: () => 1 };
  return sets?.({ before: row, after: row, related: {}, ...days }) ?? {};
}
