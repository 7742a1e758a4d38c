import type { TestSubgraph } from '../../../gateway/src/testing/compose.js';
import type { Tape } from '../../../gateway/src/testing/tape.js';
import { randomModel } from './random-model.js';
import { resolversOf } from './resolvers.js';
import { typeDefsOf } from './type-defs.js';

/** The subgraphs of a random supergraph, with their data; they may not compose. */
export function randomSubgraphs(tape: Tape): TestSubgraph[] {
  const model = randomModel(tape);
  return model.subgraphs.map((name) => ({
    name,
    typeDefs: typeDefsOf(model, name),
    resolvers: (world) => resolversOf(model, name, world),
  }));
}
