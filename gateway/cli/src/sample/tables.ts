import { CreditCodes } from './credit-codes.js';
import { furtherTables } from './further/further-tables.js';
import { gradeTable } from './grades.js';
import { groupTable } from './groups.js';
import { observationTables } from './observation-tables.js';
import { organizationTable } from './organization-rows.js';
import { planBodies } from './organizations.js';
import { performanceTables } from './performances.js';
import { projectTables } from './project-rows.js';
import { choosePromotions } from './promotions.js';
import { planPurchases } from './purchases.js';
import type { SampleTable } from './row.js';
import { satisfactionTable } from './satisfaction.js';
import { selfGovernanceTable } from './self-governance.js';
import { Suppliers } from './suppliers.js';
import { teamTable } from './teams.js';
import type { SampleContext } from './vintages.js';

/** Every record of the sample, a table a kind. What refers to a body refers to one of the same register. */
export function sampleTables(context: SampleContext): SampleTable[] {
  const codes = new CreditCodes();
  const bodies = planBodies(context, codes);
  const promotions = choosePromotions(bodies, context.random.fork('promotions'));
  const teams = teamTable(promotions.teams, context);
  const groups = groupTable(promotions, context);
  const purchases = planPurchases(new Suppliers(bodies, codes, context.random.fork('suppliers')), context);
  const projects = projectTables(purchases, context);
  const first = [
    organizationTable(bodies, new Map([...origins(teams, 'teamNo'), ...origins(groups, 'groupNo')]), context),
    gradeTable(bodies, context),
    teams,
    groups,
    ...projects.tables,
    ...performanceTables(purchases, context),
    selfGovernanceTable(context),
    satisfactionTable(purchases, projects.titles, context),
    ...observationTables(context),
  ];
  const rows = (kind: string): SampleTable['rows'] => first.find((table) => table.kind.name === kind)?.rows ?? [];
  return [...first, ...furtherTables({ ...context, codes, bodies, purchases, rows })];
}

/** From the credit code of each body that was promoted to the number that it had before. */
function origins({ rows }: SampleTable, numberField: string): [uscc: string, number: string][] {
  return rows
    .filter((row) => typeof row.values['promotedToUscc'] === 'string')
    .map((row) => [String(row.values['promotedToUscc']), String(row.values[numberField])]);
}
