import type { RecordValues } from '@onenx/schema';
import { isRegistered } from '../is-registered.js';
import { idOf, idsOf, isCurrent, type Found, type VitalInput, type VitalRule } from '../vital-rule.js';

const RULE = 'OneNX data model 5.1 rule 2: the register has the last word on what was registered';

/** One code, one organization: its presences are records of other kinds and levels, not a second registration. */
function registeredTwice({ related, organization, today }: VitalInput): Found | null {
  const others = related.namesakes.filter((one) => idOf(one) !== idOf(organization) && isRegistered(one, today));
  if (others.length === 0) return null;
  const code = String(organization['uscc']);
  const places = [...new Set([organization, ...others].map(({ place }) => String(place)))];
  return {
    zh: `统一社会信用代码${code}登记了${others.length + 1}次(${places.join('、')})`,
    en: `The credit code ${code} is registered ${others.length + 1} times (${places.join(', ')})`,
    records: idsOf([organization, ...others]),
    since: null,
  };
}

/** Records that count today; what an older one says may be a name that has changed since. */
function namingRecords({ related, today }: VitalInput): [record: RecordValues, name: unknown][] {
  const named = (records: readonly RecordValues[], field: string, validity: { from: string; to: string }) =>
    records
      .filter((record) => isCurrent(record, validity, today))
      .map((record): [RecordValues, unknown] => [record, record[field]]);
  return [
    ...named(related.grades, 'organizationName', { from: 'awardedAt', to: 'validTo' }),
    ...named(related.listings, 'organizationName', { from: 'listedAt', to: 'removedAt' }),
    ...named(related.penalties, 'organizationName', { from: 'decidedAt', to: 'endedAt' }),
    ...named(related.bodies, 'organizationName', { from: 'foundedAt', to: 'endedAt' }),
    ...named(related.cases, 'subjectName', { from: 'foundAt', to: 'closedAt' }),
    ...named(related.projects, 'supplierName', { from: 'startedAt', to: 'endedAt' }),
  ];
}

/** Full and half width and spaces are no difference. */
function plain(name: unknown): string {
  return String(name).normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

const SHOWN = 3;

function nameDiffers(input: VitalInput): Found | null {
  const own = plain(input.organization['name']);
  const differing = namingRecords(input).filter(([, name]) => typeof name === 'string' && plain(name) !== own);
  if (differing.length === 0) return null;
  const names = [...new Set(differing.map(([, name]) => String(name)))].slice(0, SHOWN);
  return {
    zh: `其他记录中的名称与登记名称不符:${names.join('、')}`,
    en: `Other records have another name than the register: ${names.join(', ')}`,
    records: idsOf(differing.map(([record]) => record)),
    since: null,
  };
}

/** Records of the node that contradict each other about an organization: listed, not hidden and not decided. */
export const conflictRules: readonly VitalRule[] = [
  {
    code: 'CODE_REGISTERED_TWICE',
    zh: '同一统一社会信用代码只应有一条有效登记',
    en: 'A credit code has one registration in force',
    source: RULE,
    sign: null,
    severity: 'YELLOW',
    check: registeredTwice,
  },
  {
    code: 'NAME_DIFFERS',
    zh: '其他记录中的组织名称应与登记名称一致',
    en: 'Other records call an organization as the register does',
    source: RULE,
    sign: null,
    severity: 'BLUE',
    check: nameDiffers,
  },
];
