/** Keeps a server running until the process is told to stop, then closes it; a second signal does not wait. */
export async function runUntilStopped(close: () => Promise<void>): Promise<void> {
  // graphql-js leaves a rejection unhandled where a list fails at once beside an item that rejects later: Node would end
  // the server, and everybody's requests with it, for one request's fault.
  process.on('unhandledRejection', (fault) => console.error('A rejection that nobody handled:', fault));
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      process.once('SIGINT', () => process.exit(130));
      process.once('SIGTERM', () => process.exit(143));
      resolve();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    // A level's process has no reason to outlive the hub that started it.
    if (process.channel) process.once('disconnect', stop);
  });
  await close();
}
