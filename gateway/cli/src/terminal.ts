import cliProgress from 'cli-progress';
import { OneNXError, renderError } from '@onenx/schema';

export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** An error as a person at a terminal reads it: the catalogue's text and code; anything else in full, to be reported. */
export function describeError(error: unknown): string {
  if (error instanceof OneNXError) {
    const { code, params } = error;
    return `${renderError(code, params, 'zh')}\n${renderError(code, params, 'en')}\n[${code}]`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export interface Progress {
  update(done: number, total: number, note: string): void;
  end(): void;
}

/** A bar on a terminal; elsewhere a line at every tenth, so that a log stays readable. */
export function progress(title: string): Progress {
  return process.stdout.isTTY ? bar(title) : lines(title);
}

function bar(title: string): Progress {
  const shown = new cliProgress.SingleBar({
    format: `${title} {bar} {percentage}% {note}`,
    clearOnComplete: false,
    hideCursor: true,
  });
  let isStarted = false;
  return {
    update: (done, total, note) => {
      if (!isStarted) shown.start(total, done, { note });
      isStarted = true;
      shown.setTotal(total);
      shown.update(done, { note });
    },
    end: () => {
      if (isStarted) shown.stop();
    },
  };
}

function lines(title: string): Progress {
  let shown = 0;
  return {
    update: (done, total, note) => {
      const tenth = total > 0 ? Math.floor((done / total) * 10) : 0;
      if (tenth <= shown) return;
      shown = tenth;
      print(`${title} ${tenth * 10}% ${note}`);
    },
    end: () => undefined,
  };
}
