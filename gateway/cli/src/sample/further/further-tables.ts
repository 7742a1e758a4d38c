import type { SampleTable } from '../row.js';
import { annualReportTable } from './annual-reports.js';
import { creditListingTable } from './credit-listings.js';
import { deliberationTable } from './deliberations.js';
import { estateTable } from './estates.js';
import type { FurtherContext } from './further-context.js';
import { fundsDisclosureTable } from './funds-disclosures.js';
import { needTable } from './needs.js';
import { offeringTables } from './offerings.js';
import { ownersCommitteeTable } from './owners-committees.js';
import { platformTable } from './platforms.js';
import { purchaseTables } from './purchase-work.js';
import { reportingDutyTable } from './reporting-duties.js';
import { spaceTable } from './spaces.js';
import { stationTable } from './stations.js';
import { targetTable } from './targets.js';
import { warningTables } from './warnings.js';

/** The registers that were opened in the demonstration's time; each has a generator of its own. */
export function furtherTables(context: FurtherContext): SampleTable[] {
  const reports = annualReportTable(context);
  const needs = needTable(context);
  const estates = estateTable(context);
  const owners = ownersCommitteeTable(context, estates);
  return [
    reports,
    creditListingTable(context, reports),
    ...purchaseTables(context),
    ...offeringTables(context),
    targetTable(context),
    reportingDutyTable(context),
    platformTable(context),
    stationTable(context),
    spaceTable(context),
    needs,
    deliberationTable(context),
    estates,
    owners,
    fundsDisclosureTable(context, owners),
    ...warningTables(context, { reports, needs, owners }),
  ];
}
