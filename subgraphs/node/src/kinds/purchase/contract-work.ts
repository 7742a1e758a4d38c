import type { WorkflowDefinition } from '@onenx/schema';
import type { Buyer } from './buyer.js';
import { signingRules } from './contract-rules.js';
import { PURCHASE, S3 } from './sources.js';

/** A contract is drafted, signed, performed and completed, or ended before its time. */
export function contractWork(buyer: Buyer): WorkflowDefinition {
  const { prefix, by } = buyer;
  return {
    field: 'contractStatus',
    initial: 'DRAFTED',
    managed: ['endReason'],
    actions: {
      [`sign${prefix}Contract`]: {
        zh: '签订合同(首年或续签)',
        en: 'Sign the contract, of the first year or a later one',
        from: ['DRAFTED'],
        to: 'SIGNED',
        by,
        takes: { signedAt: 'optional' },
        stamps: ['signedAt'],
        rules: signingRules(buyer),
        source: `${S3}: 一次采购三年享用、分年签订合同; ${PURCHASE}`,
      },
      [`start${prefix}Contract`]: {
        zh: '开始履行',
        en: 'Begin the work of the contract',
        from: ['SIGNED'],
        to: 'RUNNING',
        by,
        takes: { runningFrom: 'optional' },
        stamps: ['runningFrom'],
        source: S3,
      },
      [`complete${prefix}Contract`]: {
        zh: '履行完毕',
        en: 'Complete the contract',
        from: ['RUNNING'],
        to: 'COMPLETED',
        by,
        takes: { endedAt: 'optional' },
        stamps: ['endedAt'],
        source: S3,
      },
      [`terminate${prefix}Contract`]: {
        zh: '终止合同',
        en: 'End the contract before its time',
        from: ['SIGNED', 'RUNNING'],
        to: 'TERMINATED',
        by,
        takes: { endReason: 'required', endedAt: 'optional' },
        stamps: ['endedAt'],
        source: PURCHASE,
      },
    },
  };
}
