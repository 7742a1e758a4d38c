export { observationKind, type ObservedMeasure } from './kinds/observation.kind.js';
export { purchasedProjectKind } from './kinds/project.kind.js';
export { endsAfter } from './kinds/ends-after.js';
export { performanceKind } from './kinds/performance.kind.js';
