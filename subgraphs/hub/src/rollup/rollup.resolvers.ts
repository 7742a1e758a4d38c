import type { HubContext } from '../context.js';
import type { RollupInput } from './input.js';
import { readQuestion } from './read-question.js';
import { answerQuestion } from './rollup.service.js';
import { showRollup } from './show-rollup.js';

export const rollupQueries = {
  rollup: async (_: unknown, { input }: { input: RollupInput }, context: HubContext): Promise<object> => {
    const { tree, catalogue } = context.services;
    const question = readQuestion(input, { tree, catalogue, today: context.today });
    const rollup = await answerQuestion(question, context);
    return showRollup(rollup, { question, catalogue, snapshot: tree.at(question.at) });
  },
};
