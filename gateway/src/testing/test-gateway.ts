import { OneNXError } from '@onenx/schema';
import { createGateway, type Gateway, type GatewayOptions } from '../gateway.js';
import type { AnswerBody } from '../pipeline/answer.js';
import type { LoggedFault } from '../pipeline/mask-errors.js';
import { SilentServiceError, type Service, type ServiceRequest, type SilentReason } from '../route/service.js';
import { composeTest, inProcess, testSchema, type TestSubgraph, type TestWorld } from './compose.js';
import { placesSubgraph, testPlaces } from './places.subgraph.js';
import { reviewsSubgraph } from './reviews.subgraph.js';
import { teamsSubgraph } from './teams.subgraph.js';

/** The hub's, the street's and the committee's stand-ins. */
export const testSubgraphs: readonly TestSubgraph[] = [placesSubgraph, teamsSubgraph, reviewsSubgraph];
const supergraphSdl = composeTest(testSubgraphs);

export interface TestGateway {
  readonly gateway: Gateway;
  /** What each service was asked, in order. */
  readonly calls: (ServiceRequest & { readonly service: string })[];
  readonly faults: LoggedFault[];
  readonly ask: (
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<AnswerBody>;
}

export interface TestGatewayOptions extends Partial<GatewayOptions> {
  /** Services that do not answer. */
  readonly silent?: Readonly<Record<string, SilentReason>>;
}

/** A world in which nothing has happened yet. */
export function testWorld(): TestWorld {
  return {
    log: [],
    refuse: (code) => {
      throw new OneNXError('PLACE_UNKNOWN', { found: code, date: '2026-01-01' });
    },
  };
}

/** The three test subgraphs behind a gateway, in this process. */
export function testGateway({ silent = {}, ...options }: TestGatewayOptions = {}): TestGateway {
  const calls: TestGateway['calls'] = [];
  const faults: LoggedFault[] = [];
  const world = testWorld();
  const services: Record<string, Service> = {};
  for (const subgraph of testSubgraphs) {
    const answer = inProcess(testSchema(subgraph, world));
    services[subgraph.name] = (request) => {
      calls.push({ ...request, service: subgraph.name });
      const reason = silent[subgraph.name];
      return reason === undefined ? answer(request) : Promise.reject(new SilentServiceError(reason));
    };
  }
  const gateway = createGateway({ supergraphSdl, services, log: (fault) => faults.push(fault), ...options });
  const ask: TestGateway['ask'] = async (query, variables, headers = { 'accept-language': 'en' }) =>
    (await gateway.execute({ query, variables, headers })).body;
  return { gateway, calls, faults, ask };
}

const levelTypes = { DISTRICT: 'District', STREET: 'Street', COMMITTEE: 'Committee' } as const;

const within = (code: string, of: string) => code.startsWith(of.replace(/(?:000)+$/, ''));

/** The register of the test places. */
export const testPlaceNames: NonNullable<GatewayOptions['places']> = {
  nodesOf: (level, scope) => {
    return testPlaces
      .filter(
        ({ __typename, code }) => __typename === levelTypes[level] && (within(code, scope) || within(scope, code)),
      )
      .map(({ code, name }) => ({ code, name }));
  },
};

/** The parser of division codes, as the schema has it: 6 or 9 digits are padded to 12. */
export const testScalars: NonNullable<GatewayOptions['scalars']> = {
  DivisionCode: {
    parseValue: (value) => {
      if (typeof value === 'string' && /^(\d{6}|\d{9}|\d{12})$/.test(value)) return value.padEnd(12, '0');
      throw new OneNXError('DIVISION_CODE_MALFORMED', { found: String(value) });
    },
  },
};
