import { levelLabel, parseRecordId, type KindDefinition, type Level } from '@onenx/schema';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, registerEnumType, Resolver } from 'type-graphql';
import { DECISIONS, reviewMove, type Decision } from '../work/review-move.js';
import { presentProblem, ProblemType } from './change.types.js';
import type { NodeContext } from './context.js';
import { namedClass } from './filter.types.js';
import { addCommon } from './mutation.types.js';
import { presentOutcome } from './present-outcome.js';
import { RecordInterface } from './record.types.js';
import { nounOf } from '../work/move.js';
import { problemOf } from '../work/problem.js';

type Class = new () => object;

const decision = Object.fromEntries(DECISIONS.map((one) => [one, one])) as Record<Decision, Decision>;
registerEnumType(decision, {
  name: 'Decision',
  description: '审核决定: a step of the approval of a record.',
  valuesConfig: {
    SUBMIT: { description: '提交' },
    APPROVE: { description: '通过: by the level whose turn it is' },
    RETURN: { description: '退回: to a draft' },
    LOCK: { description: '锁定: from then on only corrections' },
    WITHDRAW: { description: '撤回: it counts no more' },
  },
});

interface ReviewInput {
  readonly requestId: string;
  readonly id: string;
  readonly decision: Decision;
}

/** The approval of a level's records of whatever kind: draft, submitted, approved from the owner's level up, locked. */
export function reviewResolver(level: Level, kinds: readonly KindDefinition[]): Class {
  const title = `${level.charAt(0)}${level.slice(1).toLowerCase()}`;
  const name = `review${title}Record`;
  const resolver = namedClass(`${title}ReviewResolver`);
  const { input, payload } = reviewTypes(title);
  const value = async (given: ReviewInput, context: NodeContext) => review(kinds, given, context);
  const descriptor: PropertyDescriptor = { value, writable: true, configurable: true };
  Object.defineProperty(resolver.prototype, name, descriptor);
  Arg('input', () => input, { description: '审核内容' })(resolver.prototype, name, 0);
  Ctx()(resolver.prototype, name, 1);
  const description = `审核${levelLabel(level, 'zh')}记录: approve, return, lock or withdraw a record of the ${levelLabel(level, 'en')} level.`;
  Mutation(() => payload, { nullable: true, name, description })(resolver.prototype, name, descriptor);
  Resolver()(resolver);
  return resolver;
}

function reviewTypes(title: string): { input: Class; payload: Class } {
  const input = namedClass(`Review${title}RecordInput`);
  addCommon(input);
  Field(() => ID, { description: '记录标识' })(input.prototype, 'id');
  Field(() => decision, { description: '审核决定' })(input.prototype, 'decision');
  InputType(input.name, { description: '审核内容' })(input);
  const payload = namedClass(`Review${title}RecordPayload`);
  Field(() => Boolean, { description: '是否成功' })(payload.prototype, 'ok');
  Field(() => RecordInterface, { nullable: true, description: '记录' })(payload.prototype, 'record');
  Field(() => [ProblemType], { description: '问题' })(payload.prototype, 'problems');
  Field(() => RecordInterface, { nullable: true, description: '版本冲突时的当前版本' })(payload.prototype, 'current');
  ObjectType(payload.name, { description: '审核结果' })(payload);
  return { input, payload };
}

async function review(kinds: readonly KindDefinition[], given: ReviewInput, context: NodeContext): Promise<object> {
  const code = parseRecordId(given.id)?.kind;
  const kind = kinds.find((one) => one.code === code);
  if (kind === undefined) {
    const problem = problemOf('RECORD_NOT_FOUND', { found: given.id, kind: '-' }, ['input', 'id']);
    return { ok: false, record: null, problems: [presentProblem(problem, context.language)], current: null };
  }
  const outcome = await context.work.make(reviewMove(kind, given.decision), { ...given, fields: {} });
  const shown = presentOutcome(kind, outcome, context) as Record<string, unknown> & {
    conflict: { current: object } | null;
  };
  return {
    ok: outcome.ok,
    record: shown[nounOf(kind)],
    problems: outcome.problems.map((problem) => presentProblem(problem, context.language)),
    current: shown.conflict?.current ?? null,
  };
}
