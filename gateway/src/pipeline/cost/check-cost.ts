import type { GraphQLSchema } from 'graphql';
import type { Limits } from '../limits.js';
import type { ClientOperation } from '../read-operation.js';
import { Refusal } from '../refusal.js';
import type { Variables } from './amount.js';
import type { AskedSize } from './asked-sizes.js';
import { compileCost } from './compile-cost.js';

/** Throws a Refusal when an operation with these variables is past a limit. */
export type CostCheck = (variables: Variables) => void;

/**
 * Compiles the check of an operation's list sizes and cost, so that a request only fills in its variables. What is past
 * a limit with any variables is refused here. Throws a Refusal: PAGE_TOO_LARGE, OPERATION_COST.
 */
export function compileCostCheck(schema: GraphQLSchema, operation: ClientOperation, limits: Limits): CostCheck {
  const { fragments } = operation;
  const { cost, asked } = compileCost(schema, operation.operation, { fragments, assumedSize: limits.assumedSize });
  const open: AskedSize[] = [];
  for (const each of asked)
    if (typeof each.size === 'function') open.push(each);
    else checkSize(each, each.size, limits);
  if (typeof cost === 'number') checkCost(cost, limits);
  return (variables) => {
    for (const each of open)
      checkSize(each, typeof each.size === 'function' ? each.size(variables) : each.size, limits);
    if (typeof cost === 'function') checkCost(cost(variables), limits);
  };
}

function checkSize({ field, argument }: AskedSize, found: number | undefined, { pageSize }: Limits): void {
  if (found !== undefined && found > pageSize)
    throw Refusal.of('PAGE_TOO_LARGE', { field, argument, found, expected: pageSize });
}

function checkCost(found: number, { cost }: Limits): void {
  if (found > cost) throw Refusal.of('OPERATION_COST', { found, expected: cost });
}
