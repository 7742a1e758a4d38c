import { CODES_HEADER } from '@onenx/node';
import { OneNXError, specText, type Level, type Part, type Spec } from '@onenx/schema';
import type { Answer, Subject } from './check.js';

const PARTS =
  'query Parts($specs: [String!]!) { parts(specs: $specs) { contract node edition codesAnswered asOf state notSupported rows } }';

interface NodeInfo {
  readonly level: Level;
  readonly codes: string;
  readonly supports: readonly string[];
}

/** Meets a server and asks what it is. @throws ARGUMENT_INVALID when nothing there speaks of itself as a node */
export async function meet(url: string): Promise<Subject> {
  const ask = async (query: string, variables: object = {}, codes?: string): Promise<Answer> =>
    post(url, { query, variables }, codes);
  const answer = await ask('{ nodeInfo { level codes supports } }').catch((cause: unknown) => {
    throw new OneNXError(
      'ARGUMENT_INVALID',
      { argument: 'URL', found: 'nothing that answers', expected: 'a GraphQL server of a level' },
      { cause },
    );
  });
  const info = answer.data?.['nodeInfo'] as NodeInfo | undefined;
  if (info === undefined) {
    throw new OneNXError('ARGUMENT_INVALID', {
      argument: 'URL',
      found: 'no nodeInfo { level codes supports }',
      expected: 'a server that speaks the part contract',
    });
  }
  const parts = async (specs: readonly Spec[], codes?: string): Promise<readonly Part[]> => {
    const { data, errors } = await ask(PARTS, { specs: specs.map(specText) }, codes);
    const list = data?.['parts'];
    if (!Array.isArray(list)) throw new Error(errors?.[0]?.message ?? 'parts is no list');
    return list as Part[];
  };
  return { ...info, ask, parts };
}

async function post(url: string, body: object, codes?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(codes === undefined ? {} : { [CODES_HEADER]: codes }) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  return (await response.json()) as Answer;
}
