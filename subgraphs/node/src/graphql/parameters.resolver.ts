import { dateScalar, divisionCodeScalar, type LegalParameter } from '@onenx/schema';
import { Arg, Ctx, Field, Float, ObjectType, Query, Resolver } from 'type-graphql';
import type { NodeContext } from './context.js';

@ObjectType('LegalParameter', {
  description: '法定参数: a term, threshold or deadline with its place, validity and source.',
})
export class LegalParameterType {
  @Field(() => String, { description: '参数名' })
  name!: string;

  @Field(() => divisionCodeScalar, { nullable: true, description: '适用地点: with all under it; null is everywhere' })
  place!: string | null;

  @Field(() => Float, { description: '数值' })
  value!: number;

  @Field(() => String, {
    description:
      '单位: days, workingDays, months, years, persons, count, fen, percent, ratio, monthDay (531 is 31 May)',
  })
  unit!: string;

  @Field(() => dateScalar, { description: '生效日期' })
  validFrom!: string;

  @Field(() => dateScalar, { nullable: true, description: '失效日期: the first day on which it is no longer in force' })
  validTo!: string | null;

  @Field(() => String, { description: '中文名称' })
  zh!: string;

  @Field(() => String, { description: '英文名称' })
  en!: string;

  @Field(() => String, { description: '依据: document and clause' })
  source!: string;

  @Field(() => Boolean, { description: '依据已核实: false where the source was not checked ([GK])' })
  confirmed!: boolean;
}

/** The legal parameters by which this server's rules go. */
@Resolver()
export class ParametersResolver {
  @Query(() => [LegalParameterType], {
    description: '法定参数: in force on a day; under a place, the one of each name that applies there.',
  })
  legalParameters(
    @Arg('under', () => divisionCodeScalar, { nullable: true, description: '地点; left out: everywhere' })
    under: string | null,
    @Arg('on', () => dateScalar, { nullable: true, description: '日期; left out: today' }) on: string | null,
    @Ctx() { services, today }: NodeContext,
  ): LegalParameterType[] {
    return services.parameters.inForce(on ?? today, under ?? undefined).map(present);
  }
}

function present(parameter: LegalParameter): LegalParameterType {
  return { ...parameter, place: parameter.place === '' ? null : parameter.place };
}
