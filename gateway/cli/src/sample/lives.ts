import { addDays, dayIn, daysBetween, later, type Day, type Span } from './calendar.js';
import type { Random } from './random.js';

/** From when until when a body exists; it no longer does on `to` itself. */
export interface Life {
  readonly from: Day;
  readonly to: Day | null;
}

/** A stretch of time, how many exist at the end of its last day, and how many end within it. */
export interface Phase extends Span {
  readonly alive: number;
  readonly ends: number;
}

const SHORTEST_LIFE_DAYS = 180;

export function aliveOn(life: Life, day: Day): boolean {
  return life.from <= day && (life.to === null || life.to > day);
}

/** Random lives of which exactly `alive` exist at the end of each phase, the oldest first. Phases follow each other. */
export function livesThrough(phases: readonly Phase[], random: Random): Life[] {
  let lives: Life[] = [];
  for (const phase of phases) {
    const before = lives.filter((life) => life.to === null).length;
    const begun = Array.from({ length: phase.alive - before + phase.ends }, () => dayIn(phase, random));
    lives = endSome([...lives, ...begun.map((from) => ({ from, to: null }))], phase, random);
  }
  return lives.sort((a, b) => daysBetween(b.from, a.from));
}

function endSome(lives: readonly Life[], phase: Phase, random: Random): Life[] {
  const mayEnd = lives.filter((life) => life.to === null && addDays(life.from, SHORTEST_LIFE_DAYS) <= phase.to);
  const ending = new Set(random.sample(mayEnd, phase.ends));
  return lives.map((life) => {
    if (!ending.has(life)) return life;
    const from = later(addDays(life.from, SHORTEST_LIFE_DAYS), phase.from);
    return { from: life.from, to: dayIn({ from, to: phase.to }, random) };
  });
}
