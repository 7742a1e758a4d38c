import { Command } from 'commander';
import { checkNode } from '../conformance/run-checks.js';
import { print } from '../terminal.js';

/** Exit status 0 when the server passes, 1 when it lacks something. */
export function nodeCheckCommand(finish: (status: number) => void): Command {
  return new Command('check')
    .description('the conformance test: what a server of a level lacks, line by line (节点一致性检查)')
    .argument('<url>', "the server's address")
    .action(async (url: string) => {
      const results = await checkNode(url);
      for (const { title, lacks } of results) {
        print(`${lacks.length === 0 ? 'pass' : 'LACK'}  ${title}`);
        for (const lack of lacks) print(`      - ${lack}`);
      }
      finish(results.some(({ lacks }) => lacks.length > 0) ? 1 : 0);
    });
}
