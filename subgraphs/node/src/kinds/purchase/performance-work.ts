import type { RecordValues, Rule, WorkflowDefinition } from '@onenx/schema';
import { present } from '../rules/common-rules.js';
import type { Buyer } from './buyer.js';
import { PURCHASE, S2, S3 } from './sources.js';

/** An evaluation is planned, made and published; a re-evaluation replaces it, so that a project does not count twice. */
export function performanceWork(buyer: Buyer): WorkflowDefinition {
  const { prefix, by } = buyer;
  return {
    field: 'performanceStatus',
    initial: 'PLANNED',
    managed: ['score', 'result', 'replacedBy', 'reportHash'],
    actions: {
      [`evaluate${prefix}Performance`]: {
        zh: '记录评价结果',
        en: 'Record what the evaluation found',
        from: ['PLANNED'],
        to: 'EVALUATED',
        by,
        takes: {
          score: 'required',
          result: 'required',
          evaluator: 'optional',
          evaluatorKind: 'optional',
          reportHash: 'optional',
          evaluatedAt: 'optional',
        },
        stamps: ['evaluatedAt'],
        source: `${PURCHASE}; ${S2}: 后期绩效评估`,
      },
      [`publish${prefix}Performance`]: {
        zh: '公布评价结果',
        en: 'Publish the evaluation',
        from: ['EVALUATED'],
        to: 'PUBLISHED',
        by,
        takes: { publishedAt: 'optional' },
        stamps: ['publishedAt'],
        source: S3,
      },
      [`replace${prefix}Performance`]: {
        zh: '以重评结果替代',
        en: 'Replace it by a re-evaluation',
        // An evaluation that was imported may come without a state, and is then where a new one begins.
        from: ['PLANNED', 'EVALUATED', 'PUBLISHED'],
        to: 'REPLACED',
        by,
        takes: { replacedBy: 'required', replacedAt: 'optional' },
        stamps: ['replacedAt'],
        rules: [wasMade(buyer), replacedByLater(buyer)],
        source: 'OneNX: a re-evaluation counts instead of what it replaces',
      },
    },
  };
}

function wasMade({ level }: Buyer): Rule {
  return present('evaluatedAt', {
    code: `${level}_PERFORMANCE_MADE`,
    zh: '尚未作出的评价不能被替代',
    en: 'An evaluation that was not made yet is not replaced',
    source: 'OneNX: a re-evaluation counts instead of what it replaces',
  });
}

function replacedByLater({ level, prefix }: Buyer): Rule {
  return {
    code: `${level}_PERFORMANCE_REPLACED_BY`,
    zh: '替代评价应为同一项目、同一年度已作出且未被替代的另一次评价',
    en: 'What replaces an evaluation is another one of the same project and year, made and not replaced',
    source: 'OneNX: a re-evaluation counts instead of what it replaces',
    needs: { successors: { kind: `${prefix}Performance`, match: { evaluationNo: 'replacedBy' } } },
    check: ({ after, related }) => {
      const kept = (related['successors'] ?? []).some((one) => isSuccessor(one, after));
      return kept
        ? null
        : {
            field: 'replacedBy',
            found: String(after['replacedBy']),
            expected: `${String(after['projectNo'])}: EVALUATED`,
          };
    },
  };
}

function isSuccessor(one: RecordValues, own: RecordValues): boolean {
  return (
    one['evaluationNo'] !== own['evaluationNo'] &&
    one['projectNo'] === own['projectNo'] &&
    Number(one['contractYear'] ?? 1) === Number(own['contractYear'] ?? 1) &&
    (one['evaluatedAt'] ?? null) !== null &&
    (one['replacedAt'] ?? null) === null
  );
}
