import { addMonths, type WorkflowDefinition } from '@onenx/schema';
import { OFFICER_OF } from '../../work/actor.js';
import { levelNames } from '../level-names.js';
import { placeLeft, survivalDue } from './incubation-rules.js';

const source = 'Changning consultative report (about 2014): 孵化、出壳; docs/coverage.md 25';

/** An organization is admitted, stays for a term, and graduates or leaves; later it is seen whether it lives on. */
export function incubationWork(level: 'DISTRICT' | 'STREET'): WorkflowDefinition {
  const { prefix } = levelNames[level];
  const by = [OFFICER_OF[level]];
  return {
    field: 'incubationStatus',
    initial: 'ADMITTED',
    managed: ['stayUntil', 'exitReason', 'survivalDueAt', 'survives'],
    actions: {
      [`start${prefix}Incubation`]: {
        zh: '入驻',
        en: 'Begin the stay',
        from: ['ADMITTED'],
        to: 'INCUBATING',
        by,
        takes: { stayUntil: 'optional' },
        stamps: ['startedAt'],
        sets: ({ after, today, parameter }) => ({
          stayUntil: after['stayUntil'] ?? addMonths(today, parameter('incubation.term.months')),
        }),
        rules: [placeLeft(level)],
        source,
      },
      [`extend${prefix}Incubation`]: {
        zh: '延长孵化',
        en: 'Let it stay longer',
        from: ['INCUBATING'],
        by,
        takes: { stayUntil: 'required' },
        source,
      },
      [`graduate${prefix}Incubation`]: {
        zh: '出壳',
        en: 'Let it graduate',
        from: ['INCUBATING'],
        to: 'GRADUATED',
        by,
        stamps: ['graduatedAt', 'endedAt'],
        sets: ({ today, parameter }) => ({
          survivalDueAt: addMonths(today, parameter('incubation.survival.months')),
        }),
        source,
      },
      [`exit${prefix}Incubation`]: {
        zh: '退出孵化',
        en: 'Record that it left',
        from: ['ADMITTED', 'INCUBATING'],
        to: 'EXITED',
        by,
        takes: { exitReason: 'required' },
        stamps: ['endedAt'],
        source,
      },
      [`check${prefix}IncubationSurvival`]: {
        zh: '回访存续情况',
        en: 'Say whether it lives on',
        from: ['GRADUATED'],
        by,
        takes: { survives: 'required' },
        stamps: ['survivalCheckedAt'],
        rules: [survivalDue(level)],
        source,
      },
    },
  };
}
