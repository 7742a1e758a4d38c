import { expect, test } from '@jest/globals';
import { districtKinds } from '@onenx/district';
import type { NodeDatabase } from '@onenx/node';
import * as fc from 'fast-check';
import { vitalRules } from '../../subgraphs/district/src/vital-signs/vital-signs.js';
import { onEachDatabase } from '../kit/databases.js';
import { creditCode, DISTRICT, OTHER_STREET, STREET } from '../kit/records.js';
import type { Values } from '../kit/store.js';
import { ask, fill, missedReport, organization, TODAY } from '../kit/vital-district.js';
import { vitalOracle, type Told, type World } from '../kit/vital-oracle.js';
import { vitalWorld } from '../kit/vital-world.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1e9);
const RUNS = Number(process.env['RUNS'] ?? 1);
process.stdout.write(`seed of the vital signs: ${SEED}\n`);

const FINDING = 'rule { code source confirmed } severity sign text records since organization { id name }';
const SIGNS = `vitalSigns { day signs { sign level missing findings { ${FINDING} } } conflicts { ${FINDING} } }`;
const LIST = `query($under: DivisionCode!, $first: Int) {
  registeredOrganizations(under: $under, first: $first) { nodes { id uscc ${SIGNS} } } }`;
const FINDINGS = `query($rule: [String!], $first: Int, $after: String) {
  organizationFindings(under: "310105", rule: $rule, first: $first, after: $after) {
    nodes { ${FINDING} } edges { cursor node { records } } pageInfo { hasNextPage endCursor } totalCount
    coverage { expected answered complete } } }`;
interface Finding {
  readonly rule: { readonly code: string };
  readonly records: readonly string[];
  readonly since: string | null;
  readonly organization: { readonly id: string };
}

interface Sign {
  readonly sign: string;
  readonly level: string;
  readonly findings: readonly Finding[];
}

interface Organization {
  readonly id: string;
  readonly uscc: string;
  readonly vitalSigns: { readonly signs: readonly Sign[]; readonly conflicts: readonly Finding[] } | null;
}

const project = (n: number, no: string, code: string | null, changes: Values = {}): Values => ({
  id: `${DISTRICT}-DP-${no}`,
  place: n % 2 === 0 ? STREET : OTHER_STREET,
  projectNo: no,
  title: `示例项目${no}`,
  projectCategory: 'COMMUNITY_SERVICE',
  stage: 'RUNNING',
  fundSource: 'FISCAL',
  supplierUscc: code,
  supplierName: `示例承接方${n}`,
  toSocialOrganization: true,
  startedAt: '2026-01-01',
  ...changes,
});

function toldOf({ vitalSigns }: Organization): Told {
  const findings = [...(vitalSigns?.signs ?? []).flatMap((sign) => sign.findings), ...(vitalSigns?.conflicts ?? [])];
  return Object.fromEntries(
    findings.map(({ rule, records, since }) => [rule.code, { records: [...new Set(records)].sort(), since }]),
  );
}

function expectedOf(world: World): Map<string, Told> {
  const registered = (world['RegisteredOrganization'] ?? []).filter(
    ({ state, registeredAt, closedAt }) =>
      !['DRAFT', 'WITHDRAWN'].includes(String(state)) &&
      registeredAt != null &&
      String(registeredAt) <= TODAY &&
      (closedAt == null || String(closedAt) > TODAY),
  );
  return new Map(registered.map((one) => [String(one['id']), vitalOracle(world, one, TODAY)]));
}

test('the random worlds have something for every rule to find', () => {
  const worlds = fc.sample(vitalWorld(TODAY, 14), { seed: 1, numRuns: 1000 });
  const told = worlds.flatMap((world) => [...expectedOf(world).values()].flatMap((found) => Object.keys(found)));
  expect([...new Set(told)].sort()).toEqual(vitalRules.map(({ code }) => code).sort());
});

onEachDatabase('vital signs', (open) => {
  test('of random records are what a slow oracle finds, one by one and as a list under a place', async () => {
    const database = await open(districtKinds);
    await fc.assert(
      fc.asyncProperty(vitalWorld(TODAY, 14), fc.integer({ min: 4, max: 30 }), async (world, first) => {
        await fill(database, world);
        const expected = expectedOf(world);
        const { nodes } = await ask<{ nodes: Organization[] }>(database, LIST, {
          variables: { under: '310105', first: 100 },
        });
        for (const node of nodes) {
          expect([node.id, node.vitalSigns === null]).toEqual([node.id, !expected.has(node.id)]);
          expect(toldOf(node)).toEqual(expected.get(node.id) ?? {});
        }
        expect(await walk(database, first)).toEqual(listed(expected));
      }),
      { seed: SEED, numRuns: 50 * RUNS },
    );
  }, 150_000);

  test('cost a statement a kind, however many organizations', async () => {
    const statements: string[] = [];
    const database = await open(districtKinds, (text) => statements.push(text));
    const cost = async (count: number): Promise<number> => {
      const numbers = Array.from({ length: count }, (_, i) => i + 1);
      await fill(database, {
        RegisteredOrganization: numbers.map((n) => organization(n)),
        AnnualReport: numbers.flatMap((n) => [missedReport(n, 1), missedReport(n, 2)]),
        DistrictProject: numbers.map((n) => project(n, `P${n}`, creditCode(n))),
      });
      const { nodes } = await ask<{ nodes: Organization[] }>(database, LIST, {
        variables: { under: '310105', first: 1000 },
        statements,
      });
      expect(nodes.filter(({ vitalSigns }) => vitalSigns?.signs[0]?.level === 'ALERT')).toHaveLength(count);
      return statements.filter((text) => /select/i.test(text)).length;
    };
    // The list itself, and the ten kinds that are looked at.
    expect([await cost(1), await cost(7), await cost(200)]).toEqual([11, 11, 11]);
    const found = await ask<{ totalCount: number }>(database, FINDINGS, { variables: { first: 5 }, statements });
    expect(found.totalCount).toBe(600);
    // A page and a count, each a walk of one chunk.
    expect(statements.filter((text) => /select/i.test(text)).length).toBe(22);
  });

  test('name each party behind a project, registered here or not, in one statement', async () => {
    const statements: string[] = [];
    const database = await open(districtKinds, (text) => statements.push(text));
    const [firm, stranger] = ['91310105MA1FW00Q3H', '52310104MJ5968538L'];
    await fill(database, {
      RegisteredOrganization: [organization(1), organization(2, { closedAt: '2020-01-01', status: 'DEREGISTERED' })],
      DistrictProject: [
        project(1, 'P1', creditCode(1), { supplierName: null }),
        project(2, 'P2', creditCode(2)),
        project(3, 'P3', firm),
        project(4, 'P4', stranger),
        project(5, 'P5', null),
        project(6, 'P6', null, { supplierName: null }),
      ],
    });
    const source =
      '{ districtProjects(under: "310105") { nodes { projectNo supplier { uscc name kind organization { uscc status } } } } }';
    const { nodes } = await ask<{ nodes: { supplier: object | null }[] }>(database, source, { statements });
    expect(nodes.map(({ supplier }) => supplier)).toEqual([
      {
        uscc: creditCode(1),
        name: '示例组织1',
        kind: 'SOCIAL_ORGANIZATION',
        organization: { uscc: creditCode(1), status: 'ACTIVE' },
      },
      {
        uscc: creditCode(2),
        name: '示例承接方2',
        kind: 'SOCIAL_ORGANIZATION',
        organization: { uscc: creditCode(2), status: 'DEREGISTERED' },
      },
      { uscc: firm, name: '示例承接方3', kind: 'ENTERPRISE', organization: null },
      { uscc: stranger, name: '示例承接方4', kind: 'SOCIAL_ORGANIZATION', organization: null },
      { uscc: null, name: '示例承接方5', kind: 'SOCIAL_ORGANIZATION', organization: null },
      null,
    ]);
    expect(statements.filter((text) => /select/i.test(text)).length).toBe(2);
  });

  async function walk(database: NodeDatabase, first: number): Promise<object[]> {
    const found: Finding[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Page = await ask(database, FINDINGS, { variables: { first, after } });
      expect(page.coverage).toEqual({ expected: 1, answered: 1, complete: true });
      found.push(...page.nodes);
      expect(page.pageInfo.hasNextPage).toBe(found.length < page.totalCount);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    return found.map((one) => [one.organization.id, one.rule.code]);
  }
});

interface Page {
  readonly nodes: readonly Finding[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
  readonly coverage: object;
}

/** By organization and rule, as the list has them. */
function listed(expected: ReadonlyMap<string, Told>): string[][] {
  const byText = (a: string, b: string): number => (a < b ? -1 : 1);
  return [...expected.keys()].sort(byText).flatMap((id) =>
    Object.keys(expected.get(id) ?? {})
      .sort(byText)
      .map((code) => [id, code]),
  );
}
