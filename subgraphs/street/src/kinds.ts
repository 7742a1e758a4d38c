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
import { streetPlatform } from './platform/platform.kind.js';
import { socialWorkStation } from './social-work-station/social-work-station.kind.js';
import { streetIncubationBase } from './incubation-base/incubation-base.kind.js';
import { streetIncubation } from './incubation/incubation.kind.js';
import { spaceAsset } from './space/space-asset.kind.js';
import { spaceAllocation } from './space/space-allocation.kind.js';
import { streetServiceOffering } from './service-offering/service-offering.kind.js';
import { needMatch } from './need-match/need-match.kind.js';
import { microVentureRound } from './micro-venture/micro-venture-round.kind.js';
import { microGrant } from './micro-venture/micro-grant.kind.js';
import { oneWindowItem } from './one-window/one-window-item.kind.js';
import { oneWindowTally } from './one-window/one-window-tally.kind.js';

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
  streetPlatform,
  socialWorkStation,
  streetIncubationBase,
  streetIncubation,
  spaceAsset,
  spaceAllocation,
  streetServiceOffering,
  needMatch,
  microVentureRound,
  microGrant,
  oneWindowItem,
  oneWindowTally,
];
