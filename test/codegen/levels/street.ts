import { docBlock } from '../../kit/doc-blocks.js';
import type { LevelClient } from './level-client.js';

/** The client that docs/typed-documents.md shows. */
export function streetClient(doc: string): LevelClient {
  return {
    level: 'STREET',
    documents: docBlock(doc, 'src/documents.graphql'),
    main: docBlock(doc, 'src/main.ts'),
    answer: JSON.parse(docBlock(doc, 'answer.json')) as unknown,
    mistakes: [
      ["under: '310105009'", 'under: 310105009'],
      ['members: 12', "members: '12'"],
      ["category: 'CULTURE_SPORT'", "category: 'CULTURE'"],
      ["filedAt: '2026-03-02'", 'filedAt: 20260302'],
      ["requestId: 'team-1', ", ''],
      ['endReason:', 'endCause:'],
      ['eq: team.name', 'equals: team.name'],
      ['team.members ?? 0', 'team.members'],
      ['[team.name,', '[team.nom,'],
      ['cancelled?.team?.status', 'cancelled?.team?.endReason'],
    ],
  };
}
