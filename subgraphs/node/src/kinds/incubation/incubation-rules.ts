import type { Rule } from '@onenx/schema';
import { levelNames } from '../level-names.js';
import { anyPresent } from '../rules/any-present.js';
import { refersTo } from '../rules/reference-rule.js';

type Level = 'DISTRICT' | 'STREET';

/** What every incubation must keep: somebody who stays at a base that the node knows. */
export function incubationRules(level: Level): readonly Rule[] {
  return [
    anyPresent(['uscc', 'organizationId'], {
      code: `${level}_INCUBATION_WHO`,
      zh: '应写明入驻组织的统一社会信用代码或团队、小组',
      en: 'An incubation names a credit code, a team or a group',
      source: 'OneNX: an incubation is of somebody',
    }),
    refersTo(
      { field: 'baseNo', kind: `${levelNames[level].prefix}IncubationBase`, theirs: 'baseNo' },
      {
        code: `${level}_INCUBATION_BASE`,
        zh: '孵化基地应已登记',
        en: 'The base of an incubation is on record',
        source: 'OneNX: an incubation is at a base',
      },
    ),
  ];
}

/** What must be so when the stay begins: the base is open and has a place left. */
export function placeLeft(level: Level): Rule {
  const { prefix } = levelNames[level];
  return {
    code: `${level}_INCUBATION_PLACE`,
    zh: '孵化基地应在运行且有空余名额',
    en: 'The base is open and has a place left',
    source: 'docs/coverage.md 25: occupancy',
    needs: {
      base: { kind: `${prefix}IncubationBase`, match: { baseNo: 'baseNo' } },
      tenants: { kind: `${prefix}Incubation`, match: { baseNo: 'baseNo' } },
    },
    check: ({ after, related }) => {
      const base = related['base']?.[0];
      if (base?.['status'] !== 'ACTIVE') return { field: 'baseNo', found: String(after['baseNo']), expected: 'ACTIVE' };
      const { capacity } = base;
      const others = (related['tenants'] ?? []).filter(
        (tenant) => tenant['incubationStatus'] === 'INCUBATING' && tenant['incubationNo'] !== after['incubationNo'],
      );
      if (typeof capacity !== 'number' || others.length < capacity) return null;
      return { field: 'baseNo', found: others.length + 1, expected: `≤ ${capacity}` };
    },
  };
}

/** Whether an organization lives on is looked at when some time has gone by. */
export function survivalDue(level: Level): Rule {
  return {
    code: `${level}_INCUBATION_SURVIVAL_DUE`,
    zh: '出壳满规定期限后方可回访存续情况',
    en: 'Whether it lives on is looked at once the time after graduation is over',
    source: 'docs/coverage.md 25: survival',
    unconfirmed: true,
    check: ({ after, today }) => {
      const due = after['survivalDueAt'];
      if (typeof due !== 'string' || today >= due) return null;
      return { field: 'survivalCheckedAt', found: today, expected: `≥ ${due}` };
    },
  };
}
