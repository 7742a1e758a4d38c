import {
  Placement,
  present,
  specsOf,
  type DivisionCode,
  type KindDefinition,
  type Level,
  type LevelSpec,
  type MissingNodeReason,
  type NodeAnswer,
  type PartTable,
  type PresentedRollup,
  type Question,
} from '@onenx/schema';
import type { HubContext } from '../context.js';
import { outcomeOf, type Gathering } from '../nodes/gather.js';

/** Answers a question: specs to the owning endpoints, their parts merged, everything else computed here. */
export async function answerQuestion(question: Question, context: HubContext): Promise<PresentedRollup> {
  const { catalogue, tree } = context.services;
  const wanted = specsOf(question, catalogue);
  const gatherings = await Promise.all(wanted.map(async (spec) => context.gatherer.gather(spec)));
  const tables = wanted.map(({ spec }, i): PartTable => {
    const parts = gatherings[i]?.parts;
    return { by: spec.by, measures: spec.measures, rows: parts?.rows ?? [], notSupported: parts?.notSupported ?? [] };
  });
  const askNode = nodeAnswers(question, { wanted, gatherings }, context);
  return present(question, { tables, askNode }, { catalogue, placement: new Placement(tree, question.at) });
}

interface Gathered {
  readonly wanted: readonly LevelSpec[];
  readonly gatherings: readonly Gathering[];
}

/** What became of a node for the records of a kind; asked once a node and kind, however many values stand on it. */
function nodeAnswers(question: Question, { wanted, gatherings }: Gathered, { services }: HubContext) {
  const byLevel = new Map<Level, Gathering>();
  wanted.forEach(({ level }, i) => {
    const gathering = gatherings[i];
    if (gathering !== undefined) byLevel.set(level, gathering);
  });
  const names = services.tree.at(question.at);
  const known = new Map<string, NodeAnswer>();
  return (level: Level, code: DivisionCode, kind: KindDefinition['name']): NodeAnswer => {
    const key = `${level} ${code} ${kind}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const node = { level, code, name: names.get(code)?.name ?? '' };
    const answer: NodeAnswer = services.register.keeps(node, kind, question.at)
      ? { ...node, ...fate(byLevel.get(level), code) }
      : { ...node, reason: 'NOT_KEPT' };
    known.set(key, answer);
    return answer;
  };
}

function fate(gathering: Gathering | undefined, code: DivisionCode): { asOf: string } | { reason: MissingNodeReason } {
  return gathering === undefined ? { reason: 'UNREACHABLE' } : outcomeOf(gathering, code);
}
