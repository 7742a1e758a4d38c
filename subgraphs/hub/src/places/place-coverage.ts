import { coverageOf, isAbove, LEVELS, type NodeAnswer } from '@onenx/schema';
import type { HubContext } from '../context.js';
import { outcomeOf } from '../nodes/gather.js';
import { showCoverage } from '../rollup/show-coverage.js';
import type { ShownPlace } from './show-place.js';

/** Every node at or under the place, whether it answers now. */
export async function placeCoverage(place: ShownPlace, { services, gatherer }: HubContext) {
  const snapshot = services.tree.at(place.asOf);
  const levels = LEVELS.filter((level) => !isAbove(level, place.level));
  const answers = await Promise.all(
    levels.map(async (level): Promise<NodeAnswer[]> => {
      // A spec without measures reads nothing and shows who answers; the scope is the root, so that all places share it.
      const scope = snapshot.roots()[0]?.code ?? place.code;
      const spec = { scope, measures: [], by: [], where: null, at: place.asOf, from: null, to: null };
      const gathering = await gatherer.gather({ level, spec });
      return snapshot
        .placesOf(level, place.code)
        .map(({ code, name }) => ({ level, code, name, ...outcomeOf(gathering, code) }));
    }),
  );
  return showCoverage(coverageOf(answers.flat()));
}
