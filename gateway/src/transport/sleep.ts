import { whenCut } from './when-cut.js';

/** Waits so many milliseconds. True when it waited to the end, false when the signal ended it. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<boolean>;

export const sleep: Sleep = async (ms, signal) => {
  await new Promise<void>((resolve) => whenCut({ signal, deadline: Date.now() + ms }, () => resolve()));
  return signal?.aborted !== true;
};
