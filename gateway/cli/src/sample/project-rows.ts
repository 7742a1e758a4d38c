import { daysBetween, type Day } from './calendar.js';
import { kindNamed } from './kinds.js';
import { SAMPLE_MARK } from './names.js';
import { daysSinceEnd, type Purchase } from './purchases.js';
import type { Random } from './random.js';
import { writtenAfter, type SampleRow, type SampleTable } from './row.js';
import type { SampleContext } from './vintages.js';

/** Category, word of the title, service field, weight. */
const SUBJECTS = [
  ['ELDERLY_CARE', '为老服务', 'ELDERLY', 30],
  ['GOVERNANCE', '社区治理', 'DELIBERATION', 18],
  ['AID', '助残帮困', 'DISABLED', 15],
  ['FAMILY_YOUTH', '家庭支持', 'FAMILY', 13],
  ['CULTURE', '文体活动', 'CULTURE', 12],
  ['GOVERNANCE', '矛盾调处', 'MEDIATION', 7],
  ['RENOVATION', '综合改造', null, 5],
] as const;
const METHODS = [
  ['CONSULTATION', 38],
  ['OPEN_TENDER', 20],
  ['NEGOTIATION', 12],
  ['SINGLE_SOURCE', 10],
  ['INQUIRY', 6],
  ['INVITED_TENDER', 6],
  ['FRAMEWORK', 3],
  [null, 5],
] as const;
const FUNDS = [
  ['FISCAL', 66],
  ['SPECIAL', 14],
  ['LOTTERY', 8],
  ['FOUNDATION', 4],
  ['SOCIAL', 3],
  ['VENTURE', 5],
] as const;

/** `DistrictProject` and `StreetProject`, and the title of each by its number. */
export function projectTables(
  purchases: readonly Purchase[],
  context: SampleContext,
): { tables: SampleTable[]; titles: ReadonlyMap<string, string> } {
  const random = context.random.fork('project rows');
  const rows = purchases.map((purchase) => ({ purchase, row: rowOf(purchase, context.today, random) }));
  const ofDistrict = rows.filter(({ purchase }) => purchase.street === null);
  const ofStreets = rows.filter(({ purchase }) => purchase.street !== null);
  return {
    tables: [
      { kind: kindNamed('DistrictProject'), rows: ofDistrict.map(({ row }) => row) },
      { kind: kindNamed('StreetProject'), rows: ofStreets.map(({ row }) => row) },
    ],
    titles: new Map(rows.map(({ purchase, row }) => [purchase.projectNo, String(row.values['title'])])),
  };
}

function rowOf(purchase: Purchase, today: Day, random: Random): SampleRow {
  const { projectNo, place, supplier, amount, signedAt, startedAt, endedAt } = purchase;
  const [projectCategory, word, serviceField] = random.weighted(SUBJECTS.map((entry) => [entry, entry[3]]));
  return {
    place,
    updatedAt: writtenAfter(endedAt ?? startedAt, today, random),
    values: {
      projectNo,
      title: `${SAMPLE_MARK}${word}项目(${projectNo})`,
      projectCategory,
      stage: stageOf(purchase, today, random),
      serviceField,
      procurementMethod: supplier === null ? null : random.weighted(METHODS),
      fundSource: random.weighted(FUNDS),
      supplierUscc: supplier?.uscc ?? null,
      supplierName: supplier?.name ?? null,
      toSocialOrganization: supplier?.social ?? false,
      contractAmount: amount,
      signedAt,
      startedAt,
      endedAt,
    },
  };
}

/** An ended project is evaluated, audited and paid within some months; see `performanceTables` for when it is evaluated. */
function stageOf(purchase: Purchase, today: Day, random: Random): string {
  const { signedAt, endedAt, terminated } = purchase;
  if (signedAt === null) return random.pick(['NEED_SURVEY', 'APPROVED', 'TENDERING']);
  if (terminated) return 'TERMINATED';
  if (endedAt === null) return daysBetween(signedAt, today) < 20 ? 'CONTRACTED' : 'RUNNING';
  const days = daysSinceEnd(purchase, today);
  if (days < 60) return 'EVALUATING';
  if (days < 120) return 'AUDITED';
  return days < 200 ? 'PAID' : 'CLOSED';
}
