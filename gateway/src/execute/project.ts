import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { SelectionScope } from './collect-fields.js';
import { generateProjection } from './generate-projection.js';
import { compileTracedProjection, type Projection, type Projector } from './traced-projection.js';

const NO_VIOLATIONS: Projection['violations'] = [];

/**
 * Compiles an operation's selection to a function that picks the client's answer out of what was gathered. Generated code
 * does it for an answer in which nothing is null that cannot be; it gives up at the first such null, and the traced
 * projection, which knows where it is and how nulls propagate, does it all again. That one is compiled when first needed.
 */
export function compileProjection(
  root: GraphQLObjectType,
  selection: SelectionSetNode,
  scope: SelectionScope,
): Projector {
  const generated = generateProjection(root, selection, scope);
  let traced: Projector | undefined;
  return (gathered, absent) => {
    const data = generated(gathered);
    if (data !== undefined) return { data, violations: NO_VIOLATIONS };
    traced ??= compileTracedProjection(root, selection, scope);
    return traced(gathered, absent);
  };
}
