import { addDays, type Broken, type Rule, type RuleInput } from '@onenx/schema';
import { acceptedOnce, notLater } from '@onenx/node/kinds';
import { ASSOCIATIONS, S2 } from '../sources.js';

const PREFIXES: Readonly<Record<string, string>> = { ASSOCIATION: '51', SERVICE_ORG: '52', FOUNDATION: '53' };

/** A rule on some fields: what was imported as it is does not lock a record that is changed elsewhere. */
function whenChanged(fields: readonly string[], rule: Rule): Rule {
  const changed = ({ before, after }: RuleInput): boolean =>
    before === null || fields.some((field) => (before[field] ?? null) !== (after[field] ?? null));
  return { ...rule, check: (input) => (changed(input) ? rule.check(input) : null) };
}

const codeOfForm: Rule = {
  code: 'ORG_CODE_FORM',
  zh: '统一社会信用代码前两位应与法人形式一致(51社会团体、52社会服务机构、53基金会)',
  en: 'The credit code begins as the legal form demands (51 association, 52 service organization, 53 foundation)',
  source: 'GB 32100-2015',
  check: ({ after }) => {
    const expected = PREFIXES[String(after['legalForm'])];
    const found = String(after['uscc']).slice(0, 2);
    return expected === undefined || found === expected ? null : { field: 'uscc', found, expected };
  },
};

const directClasses: Rule = {
  code: 'ORG_DIRECT_CLASS',
  zh: '直接登记仅限行业协会商会、科技、公益慈善、城乡社区服务四类',
  en: 'Only four classes register directly: trade, science, charity, community service',
  source: '沪民规〔2024〕5号',
  check: ({ after }) => missing(after, { field: 'directClass', mode: 'DIRECT' }),
};

const supervisingUnits: Rule = {
  code: 'ORG_SUPERVISING_UNIT',
  zh: '双重管理的组织应有业务主管单位',
  en: 'An organization under dual supervision has a supervising unit',
  source: `${S2}; ${ASSOCIATIONS} §9`,
  check: ({ after }) => missing(after, { field: 'supervisingUnit', mode: 'DUAL' }),
};

function missing(after: RuleInput['after'], { field, mode }: { field: string; mode: string }): Broken | null {
  const value = after[field] ?? '';
  return after['registrationMode'] === mode && value === '' ? { field, found: '-', expected: field } : null;
}

/** What every new or changed entry keeps. */
export const registrationRules: readonly Rule[] = [
  whenChanged(['uscc', 'legalForm'], codeOfForm),
  whenChanged(['registrationMode', 'directClass'], directClasses),
  whenChanged(['registrationMode', 'supervisingUnit'], supervisingUnits),
];

const members: Rule = {
  code: 'ORG_MEMBERS',
  zh: '社会团体应有足够的个人会员、单位会员或混合会员',
  en: 'An association has enough individual members, unit members, or members of both sorts',
  source: `${ASSOCIATIONS} §10`,
  check: (input) => {
    const { after } = input;
    if (after['legalForm'] !== 'ASSOCIATION') return null;
    const persons = Number(after['memberPersons'] ?? 0);
    const units = Number(after['memberUnits'] ?? 0);
    const name = units === 0 ? 'individual' : persons === 0 ? 'unit' : 'mixed';
    const least = input.parameter(`org.members.${name}.least`);
    const found = persons + units;
    return found >= least
      ? null
      : { field: units === 0 ? 'memberPersons' : 'memberUnits', found, expected: `≥ ${least}` };
  },
};

const funds: Rule = {
  code: 'ORG_FUNDS',
  zh: '地方性社会团体应有规定的活动资金',
  en: 'A local association has the required activity funds',
  source: `${ASSOCIATIONS} §10`,
  check: (input) => {
    const { after } = input;
    if (after['legalForm'] !== 'ASSOCIATION') return null;
    const found = Number(after['funds'] ?? 0);
    const least = input.parameter('org.funds.association.least');
    return found >= least ? null : { field: 'funds', found, expected: `≥ ${least}` };
  },
};

/** What is looked at when a body in preparation is registered. */
export const entryRules: readonly Rule[] = [
  acceptedOnce('RegisteredOrganization'),
  members,
  funds,
  notLater('registeredAt', (input) => dueFrom(input.after['appliedAt'], input.parameter('org.decision.days')), {
    code: 'ORG_DECISION_DAYS',
    zh: '登记管理机关应在规定期限内作出登记决定',
    en: 'The registration authority decides in time',
    source: `${ASSOCIATIONS} §12`,
    severity: 'WARNING',
  }),
];

function dueFrom(day: unknown, days: number): string | null {
  return typeof day === 'string' ? addDays(day, days) : null;
}

/** A certificate is extended while the body keeps its reports; one that is on a list is not. */
export const certificateRules: readonly Rule[] = [
  {
    code: 'ORG_CERTIFICATE_LISTED',
    zh: '列入严重违法失信名单的组织不予延续证书',
    en: 'The certificate of an organization on the list of serious breaches is not extended',
    source: 'OneNX: a listed organization is looked at first',
    severity: 'WARNING',
    needs: { listings: { kind: 'CreditListing', match: { uscc: 'uscc' } } },
    check: ({ related }) => {
      const listed = (related['listings'] ?? []).some(
        ({ creditKind, creditStatus }) => creditKind === 'SERIOUS' && creditStatus === 'LISTED',
      );
      return listed ? { field: 'uscc', found: 'SERIOUS', expected: '-' } : null;
    },
  },
];
