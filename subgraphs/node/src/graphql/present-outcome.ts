import type { KindDefinition } from '@onenx/schema';
import type { StoredRecord } from '../import/store/stored-record.js';
import { nounOf } from '../work/move.js';
import type { Outcome } from '../work/outcome.js';
import { presentProblem } from './change.types.js';
import type { NodeContext } from './context.js';
import { presentRecord } from './present-record.js';

/** What became of a change, as its payload shows it. */
export function presentOutcome(kind: KindDefinition, outcome: Outcome, context: NodeContext): object {
  const { ok, record, problems, conflict } = outcome;
  return {
    ok,
    [nounOf(kind)]: show(kind, record, context),
    problems: problems.map((problem) => presentProblem(problem, context.language)),
    conflict:
      conflict === null
        ? null
        : {
            base: show(kind, conflict.base, context),
            current: show(kind, conflict.current, context),
            fields: conflict.fields,
          },
  };
}

function show(kind: KindDefinition, record: StoredRecord | null, { loaders }: NodeContext): object | null {
  if (record === null) return null;
  // What is personal is left out, as lists leave it out.
  const shown = Object.entries(record.values).filter(([field]) => kind.fields[field]?.personal !== true);
  return presentRecord(
    { ...Object.fromEntries(shown), id: record.id, place: String(record.values['place']) },
    kind,
    loaders,
  );
}
