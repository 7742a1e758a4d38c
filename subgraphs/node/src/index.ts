export * from './kinds.js';
export { NodeDatabase, type DatabaseOptions } from './database/database.js';
export { loadTree } from './database/load-tree.js';
export { dialectOf, type Dialect } from './database/dialect.js';
export { fieldsOf, snakeCase, tableOf } from './database/columns.js';
export { levelSchema, type LevelSchema } from './graphql/level-schema.js';
export { CODES_HEADER, requestContext, shownLocation, startLevelServer, type LevelServer, type LevelServerOptions } from './server/level-server.js';
export { todayInShanghai } from './server/today.js';
export { PartService } from './parts/part.service.js';
