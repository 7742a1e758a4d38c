import type { KindDefinition } from '@onenx/schema';
import { activityGroup } from './activity-group/activity-group.kind.js';
import { committeeObservation } from './observation/observation.kind.js';
import { satisfactionRound } from './satisfaction-round/satisfaction-round.kind.js';
import { selfGovernanceProject } from './self-governance-project/self-governance-project.kind.js';

/** The record kinds that a residents' committee's node keeps. */
export const committeeKinds: readonly KindDefinition[] = [
  activityGroup,
  selfGovernanceProject,
  satisfactionRound,
  committeeObservation,
];
