import type { DivisionCode, Level, NodeAnswer, PlaceSnapshot } from '@onenx/schema';
import { outcomeOf, type Gathering } from '../nodes/gather.js';

/** What became of a node of one level on one day. */
export type NodeFate = (code: DivisionCode) => NodeAnswer;

/** What the fates of a level's nodes are read from. */
export interface FateSource {
  readonly level: Level;
  /** The day of the question, `YYYY-MM-DD`, and its places. */
  readonly at: string;
  readonly names: PlaceSnapshot;
  /** Undefined when nobody of the level was asked. */
  readonly gathering: Gathering | undefined;
}

interface Kept {
  readonly outcomes: Gathering['outcomes'];
  readonly fate: NodeFate;
}

/**
 * What became of the nodes in a request, each found once: a view asks the same nodes for hundreds of places, and what an
 * endpoint became is the same for all of them.
 */
export class NodeFates {
  private readonly kept = new Map<string, Kept>();

  of(source: FateSource): NodeFate {
    const { level, at, gathering } = source;
    const key = `${level} ${at}`;
    const kept = this.kept.get(key);
    const outcomes = gathering?.outcomes ?? [];
    if (kept !== undefined && isSame(kept.outcomes, outcomes)) return kept.fate;
    const fate = findOnce(source);
    this.kept.set(key, { outcomes, fate });
    return fate;
  }
}

function findOnce({ level, names, gathering }: FateSource): NodeFate {
  const found = new Map<DivisionCode, NodeAnswer>();
  return (code) => {
    const known = found.get(code);
    if (known !== undefined) return known;
    const fate = gathering === undefined ? ({ reason: 'UNREACHABLE' } as const) : outcomeOf(gathering, code);
    const answer = { level, code, name: names.get(code)?.name ?? '', ...fate };
    found.set(code, answer);
    return answer;
  };
}

/** Endpoints say the same few code sets, so that one set is one matcher (`gather.ts`). */
function isSame(a: Gathering['outcomes'], b: Gathering['outcomes']): boolean {
  return (
    a.length === b.length &&
    a.every(({ holds, asOf, reason }, i) => {
      const other = b[i];
      return other !== undefined && other.holds === holds && other.asOf === asOf && other.reason === reason;
    })
  );
}
