import { setTimeout as wait } from 'node:timers/promises';

/** Waits so many milliseconds. True when it waited to the end, false when the signal ended it. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<boolean>;

export const sleep: Sleep = async (ms, signal) => {
  try {
    await wait(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
};
