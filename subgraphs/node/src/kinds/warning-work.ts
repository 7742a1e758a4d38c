import {
  addDays,
  daysBetween,
  type ActionDefinition,
  type Level,
  type RecordValues,
  type Role,
  type Rule,
  type RuleInput,
  type WorkflowDefinition,
} from '@onenx/schema';
import { levelNames } from './level-names.js';

const source = 'Changning implementation opinion (2021): 市、区、街镇(居)三级预警网络';
const LEVELS = ['COMMITTEE', 'STREET', 'DISTRICT', 'MUNICIPAL'] as const;

/** Where a warning goes next: one level above where it stands, above the municipality nowhere. */
function nextLevel(level: Level, stands: unknown): string | null {
  const at = LEVELS.findIndex((one) => one === (stands ?? level));
  return LEVELS[at + 1] ?? null;
}

/** The term to take a warning up runs from the day it was raised, by its severity. */
function response(input: RuleInput): RecordValues {
  const raised = String(input.after['raisedAt']);
  const days = input.parameter(`warning.response.days.${String(input.after['severity']).toLowerCase()}`);
  return { respondBy: addDays(raised, days), responseDays: daysBetween(raised, String(input.after['handledAt'])) };
}

function notAtTheTop(level: Level): Rule {
  const { suffix } = levelNames[level];
  return {
    code: `WARNING_TOP_${suffix.toUpperCase()}`,
    zh: '已上报至市级的预警不能再上报',
    en: 'A warning that is at the municipality goes no higher',
    source,
    check: ({ before }) => {
      const stands = before?.['escalatedTo'];
      return nextLevel(level, stands) === null
        ? { field: 'escalatedTo', found: String(stands), expected: 'COMMITTEE, STREET, DISTRICT' }
        : null;
    },
  };
}

/** Raised, taken up, perhaps escalated and taken over above, disposed, closed; a false one is dismissed. */
export function warningWork(level: Level, by: readonly Role[]): WorkflowDefinition {
  const { prefix } = levelNames[level];
  const actions: Readonly<Record<string, ActionDefinition>> = {
    [`handle${prefix}Warning`]: {
      zh: '响应预警',
      en: 'Take the warning up',
      from: ['RAISED'],
      to: 'HANDLING',
      by,
      stamps: ['handledAt'],
      sets: response,
      source,
    },
    [`escalate${prefix}Warning`]: {
      zh: '上报预警',
      en: 'Escalate it to the next level',
      from: ['RAISED', 'HANDLING'],
      to: 'ESCALATED',
      by,
      stamps: ['escalatedAt'],
      sets: ({ before }) => ({ escalatedTo: nextLevel(level, before?.['escalatedTo']) }),
      rules: [notAtTheTop(level)],
      source,
    },
    [`takeOver${prefix}Warning`]: {
      zh: '接手上报的预警',
      en: 'Take over an escalated warning',
      from: ['ESCALATED'],
      to: 'HANDLING',
      by: by.length > 1 ? by.slice(1) : by,
      stamps: ['takenOverAt'],
      source,
    },
    [`dispose${prefix}Warning`]: {
      zh: '处置预警',
      en: 'Say what was done',
      from: ['HANDLING'],
      to: 'DISPOSED',
      by,
      takes: { disposal: 'required' },
      stamps: ['disposedAt'],
      source,
    },
    [`close${prefix}Warning`]: {
      zh: '关闭预警',
      en: 'Close the warning',
      from: ['DISPOSED'],
      to: 'CLOSED',
      by,
      stamps: ['closedAt'],
      source,
    },
    [`dismiss${prefix}Warning`]: {
      zh: '撤销误报的预警',
      en: 'Dismiss a false warning',
      from: ['RAISED', 'HANDLING', 'ESCALATED'],
      to: 'CLOSED',
      by,
      takes: { disposal: 'required' },
      stamps: ['closedAt'],
      source: 'OneNX: a warning may turn out to be false',
    },
  };
  const managed = ['escalatedTo', 'respondBy', 'responseDays', 'disposal'];
  return { field: 'warningStatus', initial: 'RAISED', managed, actions };
}
