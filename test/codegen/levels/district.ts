import type { LevelClient } from './level-client.js';

const documents = `
query Penalties($under: DivisionCode!, $where: PenaltyWhere) {
  penalties(under: $under, where: $where, orderBy: [{ field: "decidedAt", direction: DESC }], first: 10) {
    totalCount nodes { penaltyNo penaltyKind fine decidedAt endedAt }
  }
}
mutation SavePenalty($input: SavePenaltyInput!) { savePenalty(input: $input) { ...PenaltyOutcome } }
mutation PerformPenalty($input: PerformPenaltyInput!) { performPenalty(input: $input) { ...PenaltyOutcome } }
fragment PenaltyOutcome on PenaltyPayload {
  ok penalty { id version penaltyStatus fine } problems { code field } conflict { current { version } }
}`;

const main = `
import { ask } from './ask.js';
import { PenaltiesDocument, PerformPenaltyDocument, SavePenaltyDocument } from './gql/graphql.js';

const url = process.argv[2] ?? '';
const penalty = {
  penaltyNo: '示例-1',
  uscc: '52310105MJ000000XP',
  organizationName: '示例组织',
  penaltyKind: 'FINE',
  fine: 500000,
  basis: '示例条款',
  decidedAt: '2026-03-02',
} as const;
const save = async (requestId: string, uscc: string) => {
  const input = { requestId, place: '310105', penalty: { ...penalty, uscc } };
  return (await ask(url, SavePenaltyDocument, { input })).savePenalty;
};
const refused = await save('penalty-0', '52310105MJ000000X0');
const saved = await save('penalty-1', penalty.uscc);
const id: string = saved?.penalty?.id ?? '';
const perform = async (requestId: string) => {
  const input = { requestId, id, expectedVersion: 1, endedAt: '2026-04-02' };
  return (await ask(url, PerformPenaltyDocument, { input })).performPenalty;
};
const performed = await perform('penalty-2');
const again = await perform('penalty-3');
const { penalties } = await ask(url, PenaltiesDocument, { under: '310105', where: { fine: { gte: 400000 } } });
const fines: number[] = (penalties?.nodes ?? []).map(({ fine }) => fine ?? 0);
const kinds: string[] = (penalties?.nodes ?? []).map(({ penaltyKind }) => penaltyKind);
console.log(
  JSON.stringify({
    refused: refused?.problems.map(({ code, field }) => [code, field]),
    performed: performed?.penalty?.penaltyStatus,
    again: again?.problems.map(({ code }) => code),
    conflict: again?.conflict?.current.version,
    fines,
    kinds,
  }),
);
`;

/** Money in fen, an order, and a change that began from an older version. */
export const districtClient: LevelClient = {
  level: 'DISTRICT',
  documents,
  main,
  answer: {
    refused: [['CREDIT_CODE_CHECK_DIGIT', ['input', 'penalty', 'uscc']]],
    performed: 'PERFORMED',
    again: ['VERSION_CONFLICT'],
    conflict: 2,
    fines: [500000],
    kinds: ['FINE'],
  },
  mistakes: [
    ['fine: 500000', "fine: '5000.00'"],
    ["penaltyKind: 'FINE'", "penaltyKind: 'PARKING'"],
    ['gte: 400000', "gte: '400000'"],
    ["place: '310105'", 'place: 310105'],
    ["endedAt: '2026-04-02'", 'endedAt: new Date(0)'],
    ['fine ?? 0', 'fine'],
    ['current.version', 'current.penaltyNo'],
  ],
};
