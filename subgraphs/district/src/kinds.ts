import type { KindDefinition } from '@onenx/schema';
import { gradeAssessment } from './grade-assessment/grade-assessment.kind.js';
import { districtObservation } from './observation/observation.kind.js';
import { districtPerformance } from './performance/performance.kind.js';
import { districtProject } from './project/project.kind.js';
import { registeredOrganization } from './registered-organization/registered-organization.kind.js';
import { districtMajorActivityReport } from './major-activity-report/major-activity-report.kind.js';
import { organizationChange } from './organization-change/organization-change.kind.js';
import { gradeApplication } from './grade-application/grade-application.kind.js';
import { annualReport } from './annual-report/annual-report.kind.js';
import { creditListing } from './credit-listing/credit-listing.kind.js';
import { penalty } from './penalty/penalty.kind.js';
import { leaderRecord } from './leader-record/leader-record.kind.js';
import { enforcementCase } from './enforcement-case/enforcement-case.kind.js';
import { governanceBody } from './governance-body/governance-body.kind.js';
import { districtWarning } from './warning/warning.kind.js';
import { target } from './target/target.kind.js';
import { policyDocument } from './policy-document/policy-document.kind.js';
import { reportingDuty } from './reporting-duty/reporting-duty.kind.js';
import { centreAppraisal } from './centre-appraisal/centre-appraisal.kind.js';
import { partyOrganization } from './party-organization/party-organization.kind.js';
import { award } from './award/award.kind.js';
import { publicEvent } from './public-event/public-event.kind.js';
import { trainingCourse } from './training-course/training-course.kind.js';
import { socialWorkerCertificate } from './social-worker-certificate/social-worker-certificate.kind.js';
import { coordinationBody } from './coordination-body/coordination-body.kind.js';
import { coordinationMeeting } from './coordination-body/coordination-meeting.kind.js';
import { appointment } from './appointment/appointment.kind.js';
import { careInstitution } from './care-institution/care-institution.kind.js';
import { censusRound } from './census-round/census-round.kind.js';
import { serviceItem } from './service-item/service-item.kind.js';
import { exchangeRecord } from './exchange-record/exchange-record.kind.js';
import { districtProcurement } from './procurement/procurement.kind.js';
import { districtContract } from './contract/contract.kind.js';
import { districtAudit } from './audit/audit.kind.js';
import { districtPayment } from './payment/payment.kind.js';
import { districtFund } from './fund/fund.kind.js';
import { districtGrant } from './grant/grant.kind.js';
import { districtProjectShare } from './project-share/project-share.kind.js';
import { districtExternalListing } from './external-listing/external-listing.kind.js';
import { catalogueItem } from './catalogue-item/catalogue-item.kind.js';
import { eligibleSupplier } from './eligible-supplier/eligible-supplier.kind.js';
import { ventureRound } from './venture-round/venture-round.kind.js';
import { districtIncubationBase } from './incubation-base/incubation-base.kind.js';
import { districtIncubation } from './incubation/incubation.kind.js';
import { districtServiceOffering } from './service-offering/service-offering.kind.js';

/** The record kinds that a district's node keeps. */
export const districtKinds: readonly KindDefinition[] = [
  registeredOrganization,
  gradeAssessment,
  districtProject,
  districtPerformance,
  districtObservation,
  districtMajorActivityReport,
  organizationChange,
  gradeApplication,
  annualReport,
  creditListing,
  penalty,
  leaderRecord,
  enforcementCase,
  governanceBody,
  districtWarning,
  target,
  policyDocument,
  reportingDuty,
  centreAppraisal,
  partyOrganization,
  award,
  publicEvent,
  trainingCourse,
  socialWorkerCertificate,
  coordinationBody,
  coordinationMeeting,
  appointment,
  careInstitution,
  censusRound,
  serviceItem,
  exchangeRecord,
  districtProcurement,
  districtContract,
  districtAudit,
  districtPayment,
  districtFund,
  districtGrant,
  districtProjectShare,
  districtExternalListing,
  catalogueItem,
  eligibleSupplier,
  ventureRound,
  districtIncubationBase,
  districtIncubation,
  districtServiceOffering,
];
