import { SAMPLE_TODAY } from '../kit/hub-sample.js';
import { VIEW, VIEW_FRAGMENTS } from '../kit/view.js';

const COVERED = 'coverage { expected answered complete missing(first: 300) { code name level reason } }';
const LIST = `{
  totalCount nodes { id } edges { cursor node { id } }
  pageInfo { hasNextPage startCursor endCursor } ${COVERED}
}`;
const ROLLED = `{
  rowCount undetermined ${COVERED}
  rows { ...Row }
  total { ...Row }
}`;
const ROW = `fragment Row on RollupRow {
  depth remainder decided
  place { code name }
  group { dimension value labelZh }
  values { as value numerator denominator missing rank shareOfTotal ${COVERED} }
}`;

/** The 1+N+X view: the hub's own answer, over every level. */
export const view = `query View($asOf: Date = "${SAMPLE_TODAY}") { ${VIEW} } ${VIEW_FRAGMENTS}`;

/** The questions of an analyst, which are roll-ups; each with its input. */
export const rollups: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'registered organizations by legal form':
      'scope: "310105", measures: [{ of: "orgs.registered" }], by: ["legalForm"], members: ALL',
    'the first three streets by teams, and the others':
      'scope: "310105", measures: [{ of: "teams.filed", as: "teams" }, { of: "groups" }], by: ["street"], orderBy: [{ measure: "teams" }], first: 3, others: true',
    'communities below 12 organizations':
      'scope: "310105", measures: [{ of: "communityOrgs", as: "organizations" }, { of: "communityOrgs.perCommunity" }, { of: "committees.atLeast", args: { atLeast: 12 } }], by: ["committee"], members: ALL, having: [{ measure: "organizations", lt: 12 }]',
    'one street by committee and category':
      'scope: "310105009", measures: [{ of: "communityOrgs" }], by: ["committee", "category"], subtotals: true',
    'disputes and their rate at three levels':
      'scope: "310105", measures: [{ of: "disputes.accepted" }, { of: "disputes.rate" }], by: ["street", "committee"], subtotals: true, members: ALL, period: { from: "2026-01-01", to: "2026-12-31" }',
  }).map(([name, input]) => [
    name,
    `{ rollup(input: { ${input}, asOf: "${SAMPLE_TODAY}" }) ${ROLLED} dataNodes { code level state supports } } ${ROW}`,
  ]),
);

/** Records of every level under every level of place, and back to the places that they name. */
export const traversals: Readonly<Record<string, string>> = {
  'records of every level, down the tree': `{
    district(code: "310105", asOf: "${SAMPLE_TODAY}") {
      code name
      registeredOrganizations(first: 3, orderBy: [{ field: "name", direction: DESC }]) ${LIST}
      activityTeams(first: 30, orderBy: [{ field: "members", direction: DESC }, { field: "name" }]) ${LIST}
      activityGroups(first: 25, where: { members: { gte: 10 } }) ${LIST}
      streets {
        code name
        activityTeams(first: 2) { ${COVERED} nodes { id name members place { code name level parent { name } } } }
        streetProjects(first: 2) { totalCount nodes { id title } }
        committees { name activityGroups(first: 1) { totalCount nodes { name place { name ancestors { name } } } } }
      }
    }
  }`,
  'lists of the roots, each of another level': `{
    registeredOrganizations(under: "310105", first: 4) ${LIST}
    streetProjects(under: "310105", first: 4, orderBy: [{ field: "contractAmount" }]) ${LIST}
    committeeObservations(under: "310105009", first: 11, orderBy: [{ field: "periodTo", direction: DESC }]) ${LIST}
  }`,
  'any place, by its type': `{
    place(code: "310105009") {
      __typename name
      ... on Street { activityTeams(first: 1) { nodes { name } } committees { name } }
      parent { name ... on District { activityTeams(first: 1) { totalCount } registeredOrganizations { totalCount } } }
    }
  }`,
  'records beside a roll-up': `{
    committee(code: "310105009011") { name activityTeams(first: 2) ${LIST} activityGroups(first: 2) ${LIST} coverage { answered } }
    rollup(input: { scope: "310105009", measures: [{ of: "communityOrgs" }], by: ["committee"], asOf: "${SAMPLE_TODAY}" }) ${ROLLED}
  } ${ROW}`,
};

/** A record of a street by its id: the hub says whose type it is, the street what it is. */
export const record = `query Record($id: ID!) { node(id: $id) { __typename id ... on ActivityTeam { name members } } }`;

/** A place that is not: its error is worded by the hub, in the client's language. */
export const refused = '{ street(code: "310105099") { name } }';
