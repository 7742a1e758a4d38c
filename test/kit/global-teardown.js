import { rm } from 'node:fs/promises';

/** Stops the PostgreSQL of the run and removes its data, also after tests that failed. */
export default async function teardown() {
  const started = globalThis.onenxPostgres;
  if (!started) return;
  await started.server.stop();
  await rm(started.directory, { recursive: true, force: true });
}
