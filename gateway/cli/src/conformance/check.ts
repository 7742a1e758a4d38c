import type { Level, Part, Spec } from '@onenx/schema';

/** A server under test: its address, and what it says of itself. */
export interface Subject {
  readonly level: Level;
  readonly codes: string;
  readonly supports: readonly string[];
  readonly ask: (query: string, variables?: object, codes?: string) => Promise<Answer>;
  readonly parts: (specs: readonly Spec[], codes?: string) => Promise<readonly Part[]>;
}

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** One line of the conformance test: what is asked of a server, and how to see it. */
export interface Check {
  readonly title: string;
  /** What the server lacks, one text a fault; none when it passes. */
  readonly run: (subject: Subject) => Promise<readonly string[]>;
}

/** The first errors of an answer, as a fault. */
export function errorsOf({ errors }: Answer): string[] {
  return (errors ?? []).slice(0, 3).map(({ message, extensions }) => `${extensions?.code ?? 'no code'}: ${message}`);
}
