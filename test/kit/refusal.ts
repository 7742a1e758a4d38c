import { expect } from '@jest/globals';
import type { Answer, ErrorSeen, TestHub } from './hub.js';

const CHINESE = /\p{Script=Han}/u;
/** A stack, a path, a module, an address, a statement: nothing that an answer may tell. */
export const INTERNAL = /\n\s+at |node_modules|file:|\.[cm]?[jt]s\b|sqlite|127\.0\.0\.1|\bSELECT\b|\bFROM "/;

export interface Refused {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

/** Asks in both languages; the answer is one error of the catalogue, the same in both, and tells nothing internal. */
export async function refusal(hub: TestHub, text: string, variables: object = {}): Promise<Refused> {
  const [en, zh] = await Promise.all(
    ['en', 'zh-CN'].map(async (language) =>
      onlyError(await hub.query(text, variables, { 'accept-language': language })),
    ),
  );
  expect(zh?.extensions).toEqual(en?.extensions);
  expect(en?.extensions.category).toBe('BAD_USER_INPUT');
  expect(en?.message).not.toMatch(CHINESE);
  expect(zh?.message).toMatch(CHINESE);
  return { code: en?.extensions.code ?? '', en: en?.message ?? '', zh: zh?.message ?? '' };
}

/** The codes of the errors of an answer, in an order of their own. */
export function codesOf({ body }: Answer<unknown>): string[] {
  return (body.errors ?? []).map(({ extensions }) => extensions.code).sort();
}

function onlyError({ body }: Answer<Readonly<Record<string, unknown>>>): ErrorSeen | undefined {
  const [error, ...others] = body.errors ?? [];
  expect(others).toEqual([]);
  for (const value of Object.values(body.data ?? {})) expect(value).toBeNull();
  expect(JSON.stringify(body)).not.toMatch(INTERNAL);
  expect(Object.keys(error?.extensions ?? {}).sort()).toEqual(['category', 'code']);
  return error;
}
