import { Command, CommanderError } from 'commander';
import { devCommand } from './commands/dev.js';
import { exportCommand } from './commands/export.js';
import { gatewayCommand } from './commands/gateway.js';
import { generateCommand } from './commands/generate.js';
import { hubCommand } from './commands/hub.js';
import { importCommand } from './commands/import.js';
import { nodeCommand } from './commands/node.js';
import { sampleCommand } from './commands/sample.js';
import { serveCommand } from './commands/serve.js';
import { startCommand } from './commands/start.js';
import { templateCommand } from './commands/template.js';
import { describeError } from './terminal.js';

/** Runs `onenx`; the exit status is 0 when all went well, 1 when nothing did, 3 when an import refused some rows. */
export async function main(argv: readonly string[]): Promise<number> {
  let status = 0;
  const finish = (code: number): void => {
    status = code;
  };
  const program = new Command('onenx')
    .description(
      'OneNX: one question over a district, its streets and their committees (一次查询,区、街镇、居委三级汇总)',
    )
    .showHelpAfterError()
    .exitOverride()
    .addCommand(startCommand())
    .addCommand(devCommand())
    .addCommand(nodeCommand(finish))
    .addCommand(serveCommand())
    .addCommand(hubCommand())
    .addCommand(gatewayCommand())
    .addCommand(importCommand(finish))
    .addCommand(exportCommand())
    .addCommand(templateCommand())
    .addCommand(sampleCommand())
    .addCommand(generateCommand(finish));
  program.commands.forEach((command) => command.exitOverride().showHelpAfterError());
  try {
    await program.parseAsync([...argv]);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    process.stderr.write(`${describeError(error)}\n`);
    return 1;
  }
}
