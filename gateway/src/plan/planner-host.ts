import { fork, type ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import type { QueryPlan } from '@graphql-hive/router-query-planner';
import type { PlanAnswer, PlanRequest } from './planner-process.js';

// An operation within the limits is planned in a second at most; beyond this the planner will not come back.
const planMs = 20_000;
const keptWords = 2_000;

/**
 * Plans in a process of its own, one operation after the other: when the planner ends its process, it is clear which
 * operation did it, and the next one starts another. The process ends with this one and keeps nobody waiting.
 */
export class PlannerHost {
  #child: ChildProcess | undefined;
  /** The supergraphs that the running process has read. */
  #known = new Set<number>();
  #last: Promise<unknown> = Promise.resolve();

  /** The plan of an operation. Rejects when the planner has none, with its own words. */
  plan(request: PlanRequest & { readonly supergraphSdl: string }): Promise<QueryPlan> {
    const planned = this.#last.then(() => this.#ask(request));
    this.#last = planned.catch(() => undefined);
    return planned;
  }

  forget(supergraph: number): void {
    if (this.#known.delete(supergraph)) this.#child?.send({ forget: supergraph });
  }

  async #ask({ supergraphSdl, ...request }: PlanRequest & { readonly supergraphSdl: string }): Promise<QueryPlan> {
    const child = (this.#child ??= this.#start());
    const isKnown = this.#known.has(request.supergraph);
    this.#known.add(request.supergraph);
    const answer = await exchange(child, isKnown ? request : { ...request, supergraphSdl }).catch((error: unknown) => {
      this.#end(child);
      throw error;
    });
    if ('plan' in answer) return answer.plan;
    throw new Error(answer.error);
  }

  #start(): ChildProcess {
    this.#known = new Set();
    // Beside this file: its source in the tests, else what was built of it.
    const script = new URL(`./planner-process${extname(import.meta.url)}`, import.meta.url);
    const child = fork(script, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
    child.unref();
    child.channel?.unref();
    if (child.stderr !== null && 'unref' in child.stderr && typeof child.stderr.unref === 'function')
      child.stderr.unref();
    child.once('exit', () => this.#end(child));
    return child;
  }

  #end(child: ChildProcess): void {
    if (this.#child === child) this.#child = undefined;
    child.kill('SIGKILL');
  }
}

/** One request and its answer. Rejects when the process ends first, with its last words, or takes too long. */
function exchange(child: ChildProcess, request: PlanRequest): Promise<PlanAnswer> {
  let words = '';
  const listen = (text: unknown): void => {
    words = (words + String(text)).slice(0, keptWords);
  };
  child.stderr?.on('data', listen);
  // While somebody waits for a plan this process has something to do.
  child.channel?.ref();
  return new Promise<PlanAnswer>((resolve, reject) => {
    const fail = (what: string): void => {
      settle();
      reject(new Error(`${what} ${words}`.trim()));
    };
    const late = setTimeout(() => fail('The planner took too long.'), planMs);
    const ended = (): void => fail('The operation ended the process of the planner.');
    const answered = (answer: unknown): void => {
      settle();
      resolve(answer as PlanAnswer);
    };
    const settle = (): void => {
      clearTimeout(late);
      child.stderr?.off('data', listen);
      child.off('message', answered).off('close', ended).off('error', ended);
      child.channel?.unref();
    };
    child.once('message', answered).once('close', ended).once('error', ended);
    child.send(request, (error) => {
      if (error !== null) ended();
    });
  });
}
