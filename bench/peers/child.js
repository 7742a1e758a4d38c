// A process of the benchmark, started by `fork`: it is told its settings in one message, answers with what `start` makes
// of them, and from then on tells what it has used whenever it is asked.

/** Runs `start` with the settings that the parent sends; its result goes back to the parent. */
export function runChild(start) {
  process.on('message', (message) => {
    if (message.usage) process.send({ usage: usage() });
    else void begin(start, message.settings);
  });
  // It does not outlive the benchmark.
  process.on('disconnect', () => process.exit());
}

async function begin(start, settings) {
  try {
    process.send({ started: await start(settings) });
  } catch (error) {
    process.send({ failed: String(error?.stack ?? error) });
  }
}

function usage() {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss() };
}
