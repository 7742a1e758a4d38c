import { defaultLimits, type Limits } from '@onenx/gateway';
import { OneNXError } from '@onenx/schema';
import type { Command } from 'commander';

/** What a command's options say of the gateway that it serves. */
export interface GatewaySettings {
  readonly limit?: Partial<Limits>;
  readonly introspection: boolean;
}

type LimitName = keyof Limits;

/** Adds the options of a gateway: what an operation may have, and whether clients may ask for the schema. */
export function withGatewayOptions(command: Command): Command {
  const defaults = Object.entries(defaultLimits).map(([name, limit]) => `${name}=${limit}`);
  return command
    .option(
      '--limit <name=number>',
      `a limit of an operation, may be repeated; by default ${defaults.join(', ')}`,
      addLimit,
    )
    .option('--no-introspection', 'tell clients nothing of the schema (不公开模式)');
}

/** Reads one `--limit` beside those before it. @throws ARGUMENT_INVALID */
function addLimit(text: string, limits: Partial<Limits> = {}): Partial<Limits> {
  const [, name = text, number = ''] = /^(.*?)=(.*)$/s.exec(text) ?? [];
  if (!isLimit(name)) throw invalid(text, `${Object.keys(defaultLimits).join('=N | ')}=N`);
  const limit = Number(number);
  // A limit of 0 would let nothing through.
  if (!/^\d+$/.test(number) || limit < 1 || !Number.isSafeInteger(limit)) throw invalid(text, `${name}=N, N ≥ 1`);
  return { ...limits, [name]: limit };
}

function isLimit(name: string): name is LimitName {
  return Object.hasOwn(defaultLimits, name);
}

function invalid(found: string, expected: string): OneNXError {
  return new OneNXError('ARGUMENT_INVALID', { argument: '--limit', found, expected });
}
