import { addDays } from '@onenx/schema';
import type { ScenarioOfficer } from './scenario-officer.js';

type Text = Readonly<Record<string, string>>;

/** Something that is bought of a social organization. Days are YYYY-MM-DD, money is in fen. */
export interface Purchase {
  readonly buyer: ScenarioOfficer;
  readonly level: 'District' | 'Street';
  readonly place: string;
  /** Its number, its category, and where the money comes from. */
  readonly project: Text & { readonly projectNo: string };
  /** The method or the arrangement by which it is bought. */
  readonly how: Text;
  readonly supplier: { readonly supplierName: string; readonly supplierUscc: string };
  readonly amount: number;
  readonly approvedAt: string;
  readonly signedAt: string;
  /** The need that it answers. */
  readonly needId?: string;
}

/** Takes a project from its approval over the tender to the signature. @returns its id */
export async function signProject(purchase: Purchase): Promise<string> {
  const { buyer, level, place, project, how, supplier, amount, approvedAt, signedAt, needId = null } = purchase;
  const fields = { title: `示例项目${project.projectNo}`, toSocialOrganization: true, startedAt: signedAt };
  const id = await buyer.save(`${level}Project`, place, { ...fields, ...project });
  await buyer.act(`approve${level}Project`, id, { needId, approvedAt });
  await buyer.act(`tender${level}Project`, id, how);
  await buyer.act(`contract${level}Project`, id, { ...supplier, contractAmount: amount, signedAt });
  return id;
}

/** Buys it for one year: announces, awards and signs. @returns the number of the contract */
export async function signContract(purchase: Purchase, endsAt: string): Promise<string> {
  const { buyer, level, place, project, how, supplier, amount, approvedAt, signedAt } = purchase;
  const { projectNo } = project;
  const [procurementNo, contractNo, title] = [`PR-${projectNo}`, `C-${projectNo}`, '示例采购'];
  const plan = { procurementNo, projectNo, title, ...how, years: 1, budget: amount, plannedAt: approvedAt };
  const procurement = await buyer.save(`${level}Procurement`, place, plan);
  await buyer.act(`announce${level}Procurement`, procurement, { announcedAt: approvedAt });
  const award = { supplierKind: 'SOCIAL_ORGANIZATION', awardedAmount: amount, awardedAt: signedAt };
  await buyer.act(`award${level}Procurement`, procurement, { ...supplier, ...award });
  const terms = { yearIndex: 1, years: 1, amount, toSocialOrganization: true, startsAt: addDays(signedAt, 1), endsAt };
  const numbers = { contractNo, procurementNo, projectNo };
  const contract = await buyer.save(`${level}Contract`, place, { ...numbers, ...supplier, ...terms });
  await buyer.act(`sign${level}Contract`, contract, { signedAt });
  return contractNo;
}
