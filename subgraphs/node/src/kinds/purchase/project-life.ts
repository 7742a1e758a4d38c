import {
  daysBetween,
  type ActionDefinition,
  type RecordValues,
  type RuleInput,
  type WorkflowDefinition,
} from '@onenx/schema';
import type { Buyer } from './buyer.js';
import { projectAudited, projectEvaluated, projectPaid } from './project-rules.js';
import { sharedWhole } from './project-share-rules.js';
import { citesCatalogue, methodStated } from './purchase-terms.js';
import { PURCHASE, S2, S3 } from './sources.js';

const source = `${S3}: 需求调研、立项、实施、绩效评价全程管理`;

/** How long a project has been in its stage is told from the day on which it came to it. */
function enters({ today }: RuleInput): RecordValues {
  return { stageSince: today };
}

/** From the survey of needs to the end of its papers; each stage says since when. */
export function projectLife(buyer: Buyer): WorkflowDefinition {
  return {
    field: 'stage',
    initial: 'NEED_SURVEY',
    managed: ['stageSince', 'daysToContract', 'endReason'],
    actions: { ...untilSigned(buyer), ...carryingOut(buyer), ...afterwards(buyer) },
  };
}

type Actions = Readonly<Record<string, ActionDefinition>>;

function untilSigned(buyer: Buyer): Actions {
  const { prefix, by } = buyer;
  return {
    [`approve${prefix}Project`]: {
      zh: '立项',
      en: 'Approve the project',
      from: ['NEED_SURVEY'],
      to: 'APPROVED',
      by,
      takes: { needId: 'optional', catalogueItemCode: 'optional', approvedAt: 'optional' },
      stamps: ['approvedAt'],
      sets: enters,
      rules: citesCatalogue(buyer, 'PROJECT'),
      source,
    },
    [`tender${prefix}Project`]: {
      zh: '进入采购',
      en: 'Put the project out to tender',
      from: ['APPROVED'],
      to: 'TENDERING',
      by,
      takes: { procurementMethod: 'optional', arrangement: 'optional' },
      sets: enters,
      rules: [methodStated(buyer, 'PROJECT')],
      source: PURCHASE,
    },
    [`contract${prefix}Project`]: {
      zh: '签约',
      en: 'Sign with whoever carries it out',
      from: ['TENDERING'],
      to: 'CONTRACTED',
      by,
      takes: {
        supplierName: 'required',
        contractAmount: 'required',
        supplierUscc: 'optional',
        toSocialOrganization: 'optional',
        plannedEndAt: 'optional',
        signedAt: 'optional',
      },
      stamps: ['signedAt'],
      sets: signed,
      rules: [sharedWhole(buyer, `${buyer.level}_PROJECT_SHARES`)],
      source,
    },
  };
}

function signed(input: RuleInput): RecordValues {
  const { approvedAt, signedAt } = input.after;
  const known = typeof approvedAt === 'string' && typeof signedAt === 'string';
  return { ...enters(input), daysToContract: known ? daysBetween(approvedAt, signedAt) : null };
}

function carryingOut({ prefix, by }: Buyer): Actions {
  return {
    [`start${prefix}Project`]: {
      zh: '开始实施',
      en: 'Begin to carry it out',
      from: ['CONTRACTED'],
      to: 'RUNNING',
      by,
      sets: enters,
      source,
    },
    [`finish${prefix}Project`]: {
      zh: '实施结束,进入绩效评价',
      en: 'End the work; it is evaluated now',
      from: ['RUNNING'],
      to: 'EVALUATING',
      by,
      takes: { endedAt: 'optional' },
      stamps: ['endedAt'],
      sets: enters,
      source,
    },
    [`terminate${prefix}Project`]: {
      zh: '终止项目',
      en: 'End the project before its time',
      from: ['NEED_SURVEY', 'APPROVED', 'TENDERING', 'CONTRACTED', 'RUNNING'],
      to: 'TERMINATED',
      by,
      takes: { endReason: 'required', endedAt: 'optional' },
      stamps: ['endedAt'],
      sets: enters,
      source: PURCHASE,
    },
  };
}

function afterwards(buyer: Buyer): Actions {
  const { prefix, by } = buyer;
  return {
    [`audit${prefix}Project`]: {
      zh: '完成评价和审计',
      en: 'Note that it was evaluated and audited',
      from: ['EVALUATING'],
      to: 'AUDITED',
      by,
      sets: enters,
      rules: [projectEvaluated(buyer), projectAudited(buyer)],
      source: `${S2}: 后期绩效评估和财务审计`,
    },
    [`settle${prefix}Project`]: {
      zh: '结清款项',
      en: 'Note that all of it is paid',
      from: ['AUDITED'],
      to: 'PAID',
      by,
      sets: enters,
      rules: [projectPaid(buyer)],
      source: `${S2}: 结果作为支付依据`,
    },
    [`close${prefix}Project`]: {
      zh: '结项',
      en: 'Close the project',
      from: ['PAID'],
      to: 'CLOSED',
      by,
      takes: { closedAt: 'optional' },
      stamps: ['closedAt'],
      sets: enters,
      source,
    },
  };
}
