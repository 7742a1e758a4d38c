import { dateTimeScalar, type ErrorCode, type Language } from '@onenx/schema';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Problem } from '../work/problem.js';

const severity = { ERROR: 'ERROR', WARNING: 'WARNING' };
registerEnumType(severity, {
  name: 'Severity',
  description: '严重程度: an error refuses the change, a warning is only told.',
  valuesConfig: { ERROR: { description: '错误' }, WARNING: { description: '提醒' } },
});

@Directive('@shareable')
@ObjectType('RuleRef', { description: '规则依据: the rule of law or of the house that a problem comes from.' })
export class RuleRefType {
  @Field(() => String, { description: '规则代码' })
  code!: string;

  @Field(() => String, { description: '依据: document and clause' })
  source!: string;

  @Field(() => Boolean, { description: '依据已核实: false where the source was not checked ([GK])' })
  confirmed!: boolean;
}

@Directive('@shareable')
@ObjectType('Problem', { description: '问题: why a change was refused, or what its author should know.' })
export class ProblemType {
  @Field(() => String, { description: '错误代码: of docs/errors.md' })
  code!: ErrorCode;

  @Field(() => severity, { description: '严重程度' })
  severity!: string;

  @Field(() => String, { description: '说明: in the language of Accept-Language, Chinese first' })
  message!: string;

  @Field(() => [String], { nullable: true, description: '字段: the way to it in the input' })
  field!: readonly string[] | null;

  @Field(() => RuleRefType, { nullable: true, description: '规则依据' })
  rule!: RuleRefType | null;
}

@Directive('@shareable')
@ObjectType('FieldChange', { description: '字段变化: as text; of personal data only that it changed.' })
export class FieldChangeType {
  @Field(() => String, { description: '字段' })
  field!: string;

  @Field(() => String, { nullable: true, description: '原值' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: '新值' })
  after!: string | null;
}

@Directive('@shareable')
@ObjectType('RecordVersion', { description: '历史版本: what a record said from a moment on, and who made it say so.' })
export class RecordVersionType {
  @Field(() => Int, { description: '版本号' })
  version!: number;

  @Field(() => dateTimeScalar, { description: '记录时间' })
  recordedAt!: string;

  @Field(() => String, { nullable: true, description: '操作: a mutation, a decision of approval, or IMPORT' })
  action!: string | null;

  @Field(() => String, { nullable: true, description: '操作角色: role and place, never a name' })
  actor!: string | null;

  @Field(() => String, { nullable: true, description: '更正理由' })
  reason!: string | null;

  @Field(() => [FieldChangeType], { description: '与上一版本相比的变化; empty for the first' })
  changes!: readonly FieldChangeType[];
}

/** A problem in the caller's language. */
export function presentProblem({ message, ...problem }: Problem, language: Language): ProblemType {
  return { ...problem, message: message[language] };
}
