import { dateScalar, divisionCodeScalar } from '@onenx/schema';
import { Arg, Ctx, Field, ID, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { transferEnds, type TransferEnd } from '../transfers/transfer-ends.js';
import type { NodeContext } from './context.js';

const side = { GIVEN: 'GIVEN', ACCEPTED: 'ACCEPTED' };
registerEnumType(side, {
  name: 'TransferEndSide',
  description: '转接的一方',
  valuesConfig: { GIVEN: { description: '移交方' }, ACCEPTED: { description: '接收方' } },
});

@ObjectType('TransferEnd', {
  description: '转接的一方: the record that ended by a transfer, or the one that it began.',
})
export class TransferEndType {
  @Field(() => String, { description: '转接编号' })
  transferId!: string;

  @Field(() => side, { description: '哪一方' })
  side!: string;

  @Field(() => String, { description: '记录种类' })
  kind!: string;

  @Field(() => ID, { description: '记录标识' })
  id!: string;

  @Field(() => divisionCodeScalar, { description: '所属地点' })
  place!: string;

  @Field(() => dateScalar, { nullable: true, description: '日期: when the one ended or the other began' })
  on!: string | null;
}

/** The transfers that this server knows a side of; the hub puts the sides of all levels together. */
@Resolver()
export class TransfersResolver {
  @Query(() => [TransferEndType], { description: '转接各方: of records at or under a place' })
  async transferEnds(
    @Arg('under', () => divisionCodeScalar, { description: '所在地点' }) under: string,
    @Ctx() { services, codes }: NodeContext,
  ): Promise<TransferEnd[]> {
    return transferEnds(services.database, services.kinds, { under, codes });
  }
}
