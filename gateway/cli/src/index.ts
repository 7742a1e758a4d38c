export { allKinds, catalogue, extensionsOfLevel, kindsOfLevel } from './levels.js';
export { databaseFile, partOf } from './data-directory.js';
export { composeSchemas } from './schema/compose.js';
export { checkMergeable } from './schema/check-mergeable.js';
export { importSample } from './fill-sample.js';
export { startHubServer, type HubServerOptions, type RunningHub } from './servers/hub-server.js';
export { FollowedRegister } from './registers/followed-register.js';
export { registerEntry } from './registers/register-entry.kind.js';
export { main } from './main.js';
