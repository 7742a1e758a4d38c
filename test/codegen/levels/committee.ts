import type { LevelClient } from './level-client.js';

const documents = `
query Needs($under: DivisionCode!, $where: NeedWhere) {
  needs(under: $under, where: $where) { totalCount nodes { needNo needStatus raisedAt answerDays } }
}
mutation SaveNeed($input: SaveNeedInput!) { saveNeed(input: $input) { ...NeedOutcome } }
mutation AcceptNeed($input: AcceptNeedInput!) { acceptNeed(input: $input) { ...NeedOutcome } }
mutation AnswerNeed($input: AnswerNeedInput!) { answerNeed(input: $input) { ...NeedOutcome } }
fragment NeedOutcome on NeedPayload { ok need { id version needStatus answerDays } problems { code severity field } }`;

const main = `
import { ask } from './ask.js';
import { AcceptNeedDocument, AnswerNeedDocument, NeedsDocument, SaveNeedDocument } from './gql/graphql.js';
import type { NeedWhere } from './gql/graphql.js';

const url = process.argv[2] ?? '';
const { saveNeed: saved } = await ask(url, SaveNeedDocument, {
  input: {
    requestId: 'need-1',
    place: '310105001001',
    need: {
      needNo: '示例-1',
      title: '示例需求',
      serviceField: 'ELDERLY',
      targetGroup: 'ELDERLY',
      raisedVia: 'RESIDENT',
      raisedAt: '2026-03-02',
    },
  },
});
const id: string = saved?.need?.id ?? '';
const answer = { requestId: 'need-2', id, expectedVersion: 1, answeredAt: '2026-03-12' };
const { answerNeed: early } = await ask(url, AnswerNeedDocument, { input: answer });
await ask(url, AcceptNeedDocument, { input: { requestId: 'need-3', id, expectedVersion: 1 } });
const { answerNeed: answered } = await ask(url, AnswerNeedDocument, {
  input: { ...answer, requestId: 'need-4', expectedVersion: 2 },
});
const where: NeedWhere = { needStatus: { in: ['ANSWERED'] }, raisedAt: { gte: '2026-01-01' } };
const { needs } = await ask(url, NeedsDocument, { under: '310105001', where });
const total: number | null | undefined = needs?.totalCount;
console.log(
  JSON.stringify({
    early: early?.problems.map(({ code, severity }) => [code, severity]),
    days: answered?.need?.answerDays,
    total,
    listed: needs?.nodes.map((need) => [need.needNo, need.needStatus]),
  }),
);
`;

/** A step of the work that comes too early, and a filter made apart from its query. */
export const committeeClient: LevelClient = {
  level: 'COMMITTEE',
  documents,
  main,
  answer: { early: [['ACTION_NOT_ALLOWED', 'ERROR']], days: 10, total: 1, listed: [['示例-1', 'ANSWERED']] },
  mistakes: [
    ["in: ['ANSWERED']", "in: ['REPLIED']"],
    ["gte: '2026-01-01'", 'gte: 2026'],
    ["raisedVia: 'RESIDENT'", "raisedVia: 'TELEPHONE'"],
    ["under: '310105001'", 'under: null'],
    ['need.needNo, need.needStatus', 'need.needNo, need.title'],
    ['total: number | null | undefined', 'total: number'],
    ['id, expectedVersion: 1 }', 'expectedVersion: 1 }'],
  ],
};
