import type { KindDefinition } from '@onenx/schema';
import { gradeAssessment } from './grade-assessment/grade-assessment.kind.js';
import { districtObservation } from './observation/observation.kind.js';
import { districtPerformance } from './performance/performance.kind.js';
import { districtProject } from './project/project.kind.js';
import { registeredOrganization } from './registered-organization/registered-organization.kind.js';

/** The record kinds that a district's node keeps. */
export const districtKinds: readonly KindDefinition[] = [
  registeredOrganization,
  gradeAssessment,
  districtProject,
  districtPerformance,
  districtObservation,
];
