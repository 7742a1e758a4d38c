import type { KindDefinition, RecordValues } from '@onenx/schema';
import { actionMoves } from './action-move.js';
import { roleFor, type Actor } from './actor.js';
import { stepOf, type Move } from './move.js';
import { DECISIONS, stepsOf } from './review-move.js';
import { saveMove } from './save-move.js';

/**
 * What the actor may try on a record as it stands: mutations by name, decisions of approval as `SUBMIT` and so on. What
 * the rules say to it is known when it is tried, or by a dry run.
 */
export function allowedActions(kind: KindDefinition, record: RecordValues, actor: Actor): string[] {
  const place = String(record['place']);
  const state = String(record['state']);
  const holds = ({ by }: Pick<Move, 'by'>): boolean => roleFor(actor, by, place) !== undefined;
  const may = (move: Move): boolean => !move.barredIn.includes(state) && holds(move);
  const save = saveMove(kind);
  const steps = stepsOf(kind.level);
  return [
    ...(may(save) ? [save.name] : []),
    ...actionMoves(kind)
      .filter((move) => may(move) && isFrom(kind, move.name, record))
      .map(({ name }) => name),
    ...DECISIONS.filter((decision) => steps[decision].some((step) => step.from.includes(state) && holds(step))),
  ];
}

function isFrom(kind: KindDefinition, action: string, record: RecordValues): boolean {
  return kind.workflow?.actions[action]?.from.includes(stepOf(kind, record)) ?? false;
}
