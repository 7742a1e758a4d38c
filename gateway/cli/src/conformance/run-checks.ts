import type { Check } from './check.js';
import { partChecks } from './check-parts.js';
import { recordChecks } from './check-records.js';
import { schemaChecks } from './check-schema.js';
import { meet } from './subject.js';

export interface CheckResult {
  readonly title: string;
  readonly lacks: readonly string[];
}

const checks: readonly Check[] = [...schemaChecks, ...partChecks, ...recordChecks];

/** The conformance test of a level's server: a line a check, with what it lacks. Nothing is written there. */
export async function checkNode(url: string): Promise<CheckResult[]> {
  const subject = await meet(url);
  const results: CheckResult[] = [];
  for (const { title, run } of checks) {
    const lacks = await run(subject).catch((error: unknown) => [
      error instanceof Error ? error.message : String(error),
    ]);
    results.push({ title, lacks });
  }
  return results;
}
