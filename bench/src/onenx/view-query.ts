import type { Query } from '../gateway/compare.js';
import { SAMPLE_DAY } from './sample.js';

const HEADLINES = [
  'registeredOrganizations',
  'teams',
  'groups',
  'communityOrganizations',
  'projects',
  'contractAmount',
  'satisfaction',
  'gradeShare',
  'openNeeds',
  'openWarnings',
];

/** The 1+N+X view: 200 places, each with ten headline figures and their coverage; without times, which differ by run. */
const VIEW = `
  district(code: "310105", asOf: $asOf) { ...Seen streets { ...Seen committees { ...Seen } } }
`;
const FRAGMENTS = `
  fragment Seen on Place { code name summary { ${HEADLINES.map((name) => `${name} { ...Figure }`).join(' ')} } }
  fragment Figure on MeasureValue { value coverage { expected answered complete } }
`;

export const viewQuery = queryOf('view', VIEW);

/** The view, who is missing in one figure of the committees, and a list of their records: everything that meets many endpoints. */
export const nodesQuery = queryOf(
  'nodes',
  `${VIEW}
  whole: district(code: "310105", asOf: $asOf) { summary { groups { coverage { missing(first: 300) { code reason } } } } }
  activityGroups(under: "310105", first: 20) { totalCount nodes { id } coverage { answered missing(first: 300) { code reason } } }`,
);

function queryOf(name: string, text: string): Query {
  const query = `query Asked($asOf: Date!) { ${text} } ${FRAGMENTS}`;
  return { name, body: JSON.stringify({ query, variables: { asOf: SAMPLE_DAY } }) };
}
