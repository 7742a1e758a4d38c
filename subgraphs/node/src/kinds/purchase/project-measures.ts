import type { BasicMeasure, Condition } from '@onenx/schema';
import { measuresOver } from '../measures-over.js';
import type { Buyer } from './buyer.js';
import { S0, S3 } from './sources.js';

const on = 'signedAt';
const WORKING: Condition = { field: 'stage', in: ['CONTRACTED', 'RUNNING'] };

/** What is counted over purchased projects; `contracts.…` are the whole contract amounts of projects by signing. */
export function projectMeasures(buyer: Buyer, kind: string): BasicMeasure[] {
  return [...counts(buyer, kind), ...amounts(buyer, kind), ...progress(buyer, kind), ...ventures(buyer, kind)];
}

function counts({ level, suffix, zh }: Buyer, kind: string): BasicMeasure[] {
  const { stock, flow, distinct } = measuresOver(kind, level, S3);
  return [
    flow(`projects.signed.${suffix}`, [`${zh}签约购买项目数`, `Purchased projects signed by the ${suffix}`, '个'], {
      on,
      source: S0,
    }),
    stock(`projects.running.${suffix}`, [`${zh}在建项目数`, `Projects of the ${suffix} running`, '个']),
    distinct(`projects.suppliers.${suffix}`, [`${zh}承接机构数(去重)`, `Distinct suppliers of the ${suffix}`, '家'], {
      on,
      field: 'supplierUscc',
    }),
    flow(
      `projects.fromNeeds.${suffix}`,
      [`${zh}由需求转化的签约项目数`, `Projects signed that answer a need, ${suffix}`, '个'],
      {
        on,
        where: { field: 'needId', isNull: false },
      },
    ),
    flow(
      `projects.catalogued.${suffix}`,
      [`${zh}引用目录条目的签约项目数`, `Projects signed that cite a catalogue item, ${suffix}`, '个'],
      {
        on,
        where: { field: 'catalogueItemCode', isNull: false },
      },
    ),
  ];
}

function amounts({ level, suffix, zh }: Buyer, kind: string): BasicMeasure[] {
  const { flow } = measuresOver(kind, level, S3);
  const field = 'contractAmount';
  return [
    flow(`contracts.amount.${suffix}`, [`${zh}购买服务合同金额`, `Contract amount of the ${suffix}`, '分'], {
      on,
      field,
      source: S0,
    }),
    flow(
      `contracts.count.${suffix}`,
      [`${zh}有合同金额的签约项目数`, `Projects signed with a contract amount, ${suffix}`, '个'],
      {
        on,
        where: { field, isNull: false },
        source: 'OneNX data model 5.3 (34, 37)',
      },
    ),
    flow(
      `contracts.toSocialOrgs.${suffix}`,
      [`${zh}由社会组织承接的合同金额`, `Contract amount of the ${suffix} to social organizations`, '分'],
      { on, field, where: { field: 'toSocialOrganization', in: [true] } },
    ),
  ];
}

function progress({ level, suffix, zh }: Buyer, kind: string): BasicMeasure[] {
  const { stock, flow } = measuresOver(kind, level, S3);
  const ended: Condition = { not: { field: 'stage', in: ['TERMINATED'] } };
  return [
    stock(
      `projects.overdue.${suffix}`,
      [`${zh}逾期未完成项目数`, `Projects of the ${suffix} past their planned end`, '个'],
      {
        where: { and: [WORKING, { field: 'plannedEndAt', passed: true }] },
      },
    ),
    flow(
      `projects.daysToContract.${suffix}`,
      [`${zh}立项至签约天数合计`, `Days from approval to signing, ${suffix}`, '天'],
      {
        on,
        field: 'daysToContract',
      },
    ),
    flow(
      `projects.daysKnown.${suffix}`,
      [`${zh}有立项日期的签约项目数`, `Projects signed whose approval is dated, ${suffix}`, '个'],
      {
        on,
        where: { field: 'daysToContract', isNull: false },
      },
    ),
    flow(
      `projects.ended.${suffix}`,
      [`${zh}实施结束项目数`, `Projects of the ${suffix} whose work ended, not before its time`, '个'],
      {
        on: 'endedAt',
        where: ended,
        source: 'OneNX data model 5.3 (39)',
      },
    ),
    flow(
      `projects.audited.${suffix}`,
      [`${zh}实施结束且已审计项目数`, `Of those whose work ended, audited, ${suffix}`, '个'],
      {
        on: 'endedAt',
        where: { field: 'stage', in: ['AUDITED', 'PAID', 'CLOSED'] },
        source: 'OneNX data model 5.3 (39)',
      },
    ),
  ];
}

/** The venture philanthropy of the district; the streets' micro-venture is a register of its own. */
function ventures({ level }: Buyer, kind: string): BasicMeasure[] {
  if (level !== 'DISTRICT') return [];
  const { flow } = measuresOver(kind, level, `${S3}: 公益创投; OneNX data model 5.3 (41)`);
  const venture: Condition = { field: 'fundSource', in: ['VENTURE'] };
  const governance: Condition = { and: [venture, { field: 'projectCategory', in: ['GOVERNANCE'] }] };
  const field = 'contractAmount';
  return [
    flow('venture.projects', ['公益创投项目数', 'Projects of venture philanthropy signed', '个'], {
      on,
      where: venture,
    }),
    flow('venture.governanceProjects', ['其中社区治理类项目数', 'Of them, of community governance', '个'], {
      on,
      where: governance,
    }),
    flow('venture.amount', ['公益创投金额', 'Amount of venture philanthropy', '分'], { on, field, where: venture }),
    flow('venture.governanceAmount', ['其中社区治理类金额', 'Of it, of community governance', '分'], {
      on,
      field,
      where: governance,
    }),
  ];
}
