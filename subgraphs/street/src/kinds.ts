import type { KindDefinition } from '@onenx/schema';
import { activityTeam } from './activity-team/activity-team.kind.js';
import { streetObservation } from './observation/observation.kind.js';
import { streetPerformance } from './performance/performance.kind.js';
import { streetProject } from './project/project.kind.js';

/** The record kinds that a street's or town's node keeps. */
export const streetKinds: readonly KindDefinition[] = [
  activityTeam,
  streetProject,
  streetPerformance,
  streetObservation,
];
