export * from './errors/onenx-error.js';
export { errorCatalogue, type ErrorCode } from './errors/catalogue.js';
export type { ErrorCategory, ErrorDefinition } from './errors/error-definition.js';
export * from './vocabulary/vocabulary.js';
export * from './vocabulary/vocabularies.js';
export * from './vocabulary/committee.js';
export * from './vocabulary/several-levels.js';
export * from './vocabulary/supervision.js';
export * from './vocabulary/vital-signs.js';
export * from './vocabulary/development.js';
export * from './vocabulary/purchase.js';
export * from './vocabulary/street.js';
export * from './access/role.js';
export * from './calendar/day.js';
export * from './kind/kind.js';
export * from './kind/rule.js';
export * from './kind/workflow.js';
export * from './parameters/parameters.js';
export * from './measures/measure.js';
export * from './measures/dimension.js';
export { Catalogue } from './measures/catalogue.js';
export { nearest } from './measures/nearest.js';
export * from './division/level.js';
export * from './division/division-code.js';
export * from './division/code-set.js';
export * from './division/place-version.js';
export { PlaceTree } from './division/place-tree.js';
export { PlaceSnapshot } from './division/place-snapshot.js';
export * from './rollup/cell.js';
export { estimateDistinct, hashKey, SKETCH_SIZE, sketchOf } from './rollup/kmv.js';
export * from './rollup/filter.js';
export * from './rollup/spec.js';
export * from './rollup/part.js';
export { Placement } from './rollup/placement.js';
export { foldRows, type FoldContext, type RawRow } from './rollup/fold.js';
export {
  questionText,
  specsOf,
  type AskedMeasure,
  type Having,
  type LevelSpec,
  type Order,
  type Question,
} from './rollup/question.js';
export { measuresIn } from './rollup/arrange.js';
export { timeMember } from './rollup/members.js';
export * from './rollup/coverage.js';
export type { PartTable } from './rollup/cells.js';
export type { AskNode, MissingReason } from './rollup/evaluate.js';
export * from './rollup/present.js';
export * from './rollup/presented.js';
export * from './credit-code/credit-code.js';
export * from './credit-code/exemptions.js';
export * from './kind/page-size.js';
export * from './kind/record-id.js';
export * from './scalars/scalars.js';
