import type { Rule } from '@onenx/schema';

const GONE: readonly unknown[] = ['MERGED', 'DECLINED', 'CLOSED'];

/** A need is merged into another of the same node that still waits for an answer. */
export const mergeRule: Rule = {
  code: 'NEED_MERGE_TARGET',
  zh: '需求只能合并至本居委会另一条未办结的需求',
  en: 'A need is merged into another need of the same node that is still on the list',
  source: 'OneNX: a merged need lives on in another',
  needs: { target: { kind: 'Need', match: { needNo: 'mergedInto' } } },
  check: ({ after, related }) => {
    const [target] = related['target'] ?? [];
    const found = String(after['mergedInto']);
    const expected = 'another needNo that is still on the list';
    if (target === undefined || target['needNo'] === after['needNo']) return { field: 'mergedInto', found, expected };
    const state = target['needStatus'];
    return GONE.includes(state) ? { field: 'mergedInto', found: `${found}: ${String(state)}`, expected } : null;
  },
};

/** What a need is matched with: a project or an offering, one of them at least. */
export const matchRule: Rule = {
  code: 'NEED_MATCH_WITH',
  zh: '对接应指明项目或服务',
  en: 'A need is matched with a project or an offering',
  source: 'Changning implementation opinion (2021): 供需对接',
  check: ({ after }) =>
    (after['projectId'] ?? after['offeringId'] ?? null) === null
      ? { field: 'projectId', found: '-', expected: 'projectId or offeringId' }
      : null,
};
