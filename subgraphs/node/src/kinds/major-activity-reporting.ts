import {
  addDays,
  type ActionDefinition,
  type Level,
  type Role,
  type RuleInput,
  type WorkflowDefinition,
} from '@onenx/schema';
import { OFFICER_OF } from '../work/actor.js';
import { levelNames } from './level-names.js';
import { notLater } from './rules/deadline-rule.js';

const source = '上海市社会组织重大事项报告办法(试行); Changning implementation opinion (2021): 居→街→区';

/** The last day on which an activity of that day is reported in time. */
export function reportBy(input: RuleInput): string {
  return addDays(String(input.after['plannedAt']), -input.parameter('majorActivity.lead.days'));
}

/** The states in which a report waits for somebody above, the district's last. */
function waiting(level: Level): readonly string[] {
  return level === 'COMMITTEE' ? ['REPORTED', 'STREET_PASSED'] : ['REPORTED'];
}

/**
 * Reported, passed by the street where a committee was told, accepted by the district; whoever looks at it may send it
 * back. The day of the first report stays, so that a report sent back is not late for that.
 */
export function majorActivityReporting(level: Level): WorkflowDefinition {
  const { prefix } = levelNames[level];
  const own: readonly Role[] = [OFFICER_OF[level]];
  return {
    field: 'reportStatus',
    initial: 'DRAFTED',
    managed: ['reportBy', 'opinion'],
    actions: {
      [`report${prefix}MajorActivity`]: report(level, own),
      ...(level === 'COMMITTEE' ? { [`pass${prefix}MajorActivity`]: PASS } : {}),
      ...reviews(level, own),
      [`conclude${prefix}MajorActivity`]: {
        zh: '活动结束',
        en: 'Conclude the activity',
        from: ['ACCEPTED'],
        to: 'CONCLUDED',
        by: own,
        stamps: ['endedAt'],
        source,
      },
      [`cancel${prefix}MajorActivity`]: {
        zh: '取消活动',
        en: 'Cancel the activity',
        from: [...waiting(level), 'DRAFTED', 'RETURNED', 'ACCEPTED'],
        to: 'CANCELLED',
        by: own,
        stamps: ['endedAt'],
        source,
      },
    },
  };
}

function report(level: Level, by: readonly Role[]): ActionDefinition {
  return {
    zh: '报告',
    en: 'Report the activity',
    from: ['DRAFTED'],
    to: 'REPORTED',
    by,
    stamps: ['reportedAt'],
    sets: (input) => ({ reportBy: reportBy(input) }),
    rules: [
      notLater('reportedAt', reportBy, {
        code: `${level}_MAJOR_ACTIVITY_IN_TIME`,
        zh: '重大活动应在规定期限前报告',
        en: 'A major activity is reported a number of days before it',
        source,
        unconfirmed: true,
        severity: 'WARNING',
      }),
    ],
    source,
  };
}

const PASS: ActionDefinition = {
  zh: '街镇审核通过',
  en: 'Pass the report on to the district',
  from: ['REPORTED'],
  to: 'STREET_PASSED',
  by: ['STREET_OFFICER'],
  takes: { opinion: 'optional' },
  source,
};

function reviews(level: Level, own: readonly Role[]): Record<string, ActionDefinition> {
  const { prefix } = levelNames[level];
  return {
    [`accept${prefix}MajorActivity`]: {
      zh: '区备查',
      en: 'Accept the report',
      from: waiting(level).slice(-1),
      to: 'ACCEPTED',
      by: ['DISTRICT_SUPERVISOR'],
      takes: { opinion: 'optional' },
      stamps: ['acceptedAt'],
      source,
    },
    [`return${prefix}MajorActivity`]: {
      zh: '退回',
      en: 'Send the report back',
      from: waiting(level),
      to: 'RETURNED',
      by: level === 'COMMITTEE' ? ['STREET_OFFICER', 'DISTRICT_SUPERVISOR'] : ['DISTRICT_SUPERVISOR'],
      takes: { opinion: 'required' },
      source,
    },
    [`resubmit${prefix}MajorActivity`]: {
      zh: '重新报告',
      en: 'Report the activity again',
      from: ['RETURNED'],
      to: 'REPORTED',
      by: own,
      source,
    },
  };
}
