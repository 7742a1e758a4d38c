import type { Contestant, Missing } from './contestants.js';

/** One operation that is measured: its name, and the body of the request. */
export interface Query {
  readonly name: string;
  readonly body: string;
}

/** The text of a gateway's answer. Throws when it is no answer of GraphQL without errors. */
export async function ask(url: string, { body }: Query): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (data == null || errors !== undefined) throw new Error(`no clean answer: ${text.slice(0, 300)}`);
  return text;
}

/** The contestants whose answers are those of the first, keys sorted. Whoever answers otherwise is not measured. */
export async function sameAnswers(
  running: readonly Contestant[],
  queries: readonly Query[],
): Promise<{ agreeing: Contestant[]; different: Missing[] }> {
  const agreeing: Contestant[] = [];
  const different: Missing[] = [];
  const expected = new Map<string, string>();
  for (const contestant of running) {
    try {
      for (const query of queries) {
        const found = sortedText(await ask(contestant.url, query));
        const wanted = expected.get(query.name) ?? found;
        expected.set(query.name, wanted);
        if (found !== wanted) throw new Error(`another answer to "${query.name}": ${difference(wanted, found)}`);
      }
      agreeing.push(contestant);
    } catch (error) {
      contestant.stop();
      different.push({ name: contestant.name, why: String(error) });
    }
  }
  return { agreeing, different };
}

function sortedText(answer: string): string {
  const { data } = JSON.parse(answer) as { data: unknown };
  return JSON.stringify(sorted(data));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function difference(wanted: string, found: string): string {
  let at = 0;
  while (at < wanted.length && wanted[at] === found[at]) at++;
  return `…${found.slice(Math.max(0, at - 40), at + 60)}… where …${wanted.slice(Math.max(0, at - 40), at + 60)}…`;
}
