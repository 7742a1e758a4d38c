import type { KindDefinition } from '@onenx/schema';
import { activityTeam } from './activity-team/activity-team.kind.js';
import { streetObservation } from './observation/observation.kind.js';
import { streetPerformance } from './performance/performance.kind.js';
import { streetProject } from './project/project.kind.js';
import { streetMajorActivityReport } from './major-activity-report/major-activity-report.kind.js';
import { streetVisit } from './visit/visit.kind.js';
import { streetPresence } from './presence/presence.kind.js';
import { streetServiceSite } from './service-site/service-site.kind.js';
import { streetVolunteerTeam } from './volunteer-team/volunteer-team.kind.js';
import { streetWarning } from './warning/warning.kind.js';
import { streetProcurement } from './procurement/procurement.kind.js';
import { streetContract } from './contract/contract.kind.js';
import { streetAudit } from './audit/audit.kind.js';
import { streetPayment } from './payment/payment.kind.js';
import { streetFund } from './fund/fund.kind.js';
import { streetGrant } from './grant/grant.kind.js';
import { streetProjectShare } from './project-share/project-share.kind.js';
import { streetExternalListing } from './external-listing/external-listing.kind.js';

/** The record kinds that a street's or town's node keeps. */
export const streetKinds: readonly KindDefinition[] = [
  activityTeam,
  streetProject,
  streetPerformance,
  streetObservation,
  streetMajorActivityReport,
  streetVisit,
  streetPresence,
  streetServiceSite,
  streetVolunteerTeam,
  streetWarning,
  streetProcurement,
  streetContract,
  streetAudit,
  streetPayment,
  streetFund,
  streetGrant,
  streetProjectShare,
  streetExternalListing,
];
