import type { KindDefinition } from '@onenx/schema';
import { activityGroup } from './activity-group/activity-group.kind.js';
import { committeeObservation } from './observation/observation.kind.js';
import { satisfactionRound } from './satisfaction-round/satisfaction-round.kind.js';
import { selfGovernanceProject } from './self-governance-project/self-governance-project.kind.js';
import { need } from './need/need.kind.js';
import { deliberation } from './deliberation/deliberation.kind.js';
import { communityCharter } from './community-charter/community-charter.kind.js';
import { disputeCase } from './dispute-case/dispute-case.kind.js';
import { appealCase } from './appeal-case/appeal-case.kind.js';
import { committeeVisit } from './visit/visit.kind.js';
import { committeePresence } from './presence/presence.kind.js';
import { committeeServiceSite } from './service-site/service-site.kind.js';
import { committeeVolunteerTeam } from './volunteer-team/volunteer-team.kind.js';
import { committeeMajorActivityReport } from './major-activity-report/major-activity-report.kind.js';
import { ownersCommittee } from './owners-committee/owners-committee.kind.js';
import { fundsDisclosure } from './funds-disclosure/funds-disclosure.kind.js';
import { estate } from './estate/estate.kind.js';
import { grid } from './grid/grid.kind.js';
import { selfGovernanceHome } from './self-governance-home/self-governance-home.kind.js';
import { jointMeeting } from './joint-meeting/joint-meeting.kind.js';
import { peerReview } from './peer-review/peer-review.kind.js';
import { coreOrganization } from './core-organization/core-organization.kind.js';
import { fivePartyLink } from './five-party-link/five-party-link.kind.js';
import { committeePost } from './committee-post/committee-post.kind.js';
import { emergencyPlan } from './emergency-plan/emergency-plan.kind.js';
import { emergencyDrill } from './emergency-drill/emergency-drill.kind.js';
import { censusReturn } from './census-return/census-return.kind.js';
import { committeeWarning } from './warning/warning.kind.js';

/** The record kinds that a residents' committee's node keeps. */
export const committeeKinds: readonly KindDefinition[] = [
  activityGroup,
  selfGovernanceProject,
  satisfactionRound,
  committeeObservation,
  need,
  deliberation,
  communityCharter,
  disputeCase,
  appealCase,
  committeeVisit,
  committeePresence,
  committeeServiceSite,
  committeeVolunteerTeam,
  committeeMajorActivityReport,
  ownersCommittee,
  fundsDisclosure,
  estate,
  grid,
  selfGovernanceHome,
  jointMeeting,
  peerReview,
  coreOrganization,
  fivePartyLink,
  committeePost,
  emergencyPlan,
  emergencyDrill,
  censusReturn,
  committeeWarning,
];
