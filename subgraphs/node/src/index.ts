export * from './kinds.js';
export { NodeDatabase, type DatabaseOptions } from './database/database.js';
export { loadTree } from './database/load-tree.js';
export { dialectOf, shownLocation, type Dialect } from './database/dialect.js';
export { fieldsOf, snakeCase, tableOf } from './database/columns.js';
export { levelSchema, type LevelSchema } from './graphql/level-schema.js';
export type { LevelExtension } from './graphql/level-extension.js';
export type { NodeContext } from './graphql/context.js';
export { Loaders } from './graphql/loaders.js';
export { answeredHere, presentRecord } from './graphql/present-record.js';
export { presentProblem } from './graphql/change.types.js';
export { enumSdl } from './graphql/enums.js';
export { decodeCursor, encodeCursor } from './lists/cursor.js';
export { readRange } from './lists/page-range.js';
export type { Outcome } from './work/outcome.js';
export type { Problem } from './work/problem.js';
export { madeUnder, partOf } from './work/requests.js';
export { saveMove } from './work/save-move.js';
export {
  CODES_HEADER,
  requestContext,
  startLevelServer,
  type LevelServer,
  type LevelServerOptions,
} from './server/level-server.js';
export { serveSchema, type ServedSchema } from './server/serve-schema.js';
export { todayInShanghai } from './server/today.js';
export { PartService } from './parts/part.service.js';
export { importRecords } from './import/import-records.js';
export type { ImportOptions } from './import/import-options.js';
export type { ImportProgress, ImportSummary } from './import/import-summary.js';
export { exportDivisions, importDivisions } from './import/import-divisions.js';
export { exportRecords } from './import/export-records.js';
export { divisionTemplate, template } from './import/template.js';
export { templateFile, type TemplateShape } from './import/template-file.js';
export { FILE_FORMATS, type FileFormat } from './import/write/file-shape.js';
export type { ColumnMap } from './import/columns/header.js';
export { columnMapOf } from './import/columns/column-map.js';
export { kindNamed } from './import/kind-named.js';
export type { RowReport } from './import/rows/row-report.js';
export { shippedParameters } from './parameters/shipped-parameters.js';
export { exportParameters, importParameters } from './parameters/import-parameters.js';
