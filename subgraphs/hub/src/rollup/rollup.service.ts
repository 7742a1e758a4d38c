import {
  Placement,
  present,
  specsOf,
  type AskNode,
  type Level,
  type LevelSpec,
  type PartTable,
  type PresentedRollup,
  type Question,
} from '@onenx/schema';
import type { HubContext } from '../context.js';
import type { Gatherer, Gathering } from '../nodes/gather.js';
import { NodeFates, type NodeFate } from './node-fates.js';

/**
 * Answers a question: specs to the owning endpoints, their parts merged, everything else computed here.
 * `wanted` are the question's specs, when the caller has them already.
 */
export async function answerQuestion(
  question: Question,
  context: HubContext,
  wanted: readonly LevelSpec[] = specsOf(question, context.services.catalogue),
): Promise<PresentedRollup> {
  const { catalogue, tree } = context.services;
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

const fatesOfRequest = new WeakMap<Gatherer, NodeFates>();

/** What became of a node for the records of a kind. */
function nodeAnswers(
  { at }: Question,
  { wanted, gatherings }: Gathered,
  { services: { tree, registerOf }, gatherer, request }: HubContext,
): AskNode {
  const known = fatesOfRequest.get(gatherer) ?? new NodeFates();
  fatesOfRequest.set(gatherer, known);
  const names = tree.at(at);
  const register = registerOf(request);
  const byLevel = new Map<Level, NodeFate>();
  wanted.forEach(({ level }, i) => {
    byLevel.set(level, known.of({ level, at, names, gathering: gatherings[i] }));
  });
  return (level, code, kind) => {
    const fate = byLevel.get(level) ?? known.of({ level, at, names, gathering: undefined });
    const answer = fate(code);
    return register.keeps(answer, kind, at) ? answer : { level, code, name: answer.name, reason: 'NOT_KEPT' };
  };
}
