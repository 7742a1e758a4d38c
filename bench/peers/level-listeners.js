// Many endpoints of one level, each a listener of its own over the same embedded database: a process for each endpoint
// would take 150 MB of memory, and what an endpoint answers for is decided by its codes alone.
import { kindsOfLevel } from '@onenx/cli';
import { startLevelServer } from '@onenx/node';
import { runChild } from './child.js';

runChild(async ({ level, database, owns }) => {
  // Each server listens for the signals that end a process.
  process.setMaxListeners(0);
  const endpoints = [];
  for (const codes of owns) {
    const { url } = await startLevelServer({ level, kinds: kindsOfLevel[level], database, owns: codes, port: 0 });
    endpoints.push({ url, codes });
  }
  return { endpoints };
});
