import type { Catalogue, PlaceVersion } from '@onenx/schema';
import type { NodeRegister } from './register.js';

/** A register that a node keeps, as the API shows it. */
export interface KeptRegister {
  readonly kind: string;
  /** Null where nobody stated what the node keeps. */
  readonly since: string | null;
  readonly until: string | null;
  readonly basis: string | null;
}

interface Asked {
  readonly register: NodeRegister;
  readonly catalogue: Catalogue;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** What the node of a place keeps on a day, in the order of the catalogue. */
export function keptRegisters({ level, code }: PlaceVersion, { register, catalogue, day }: Asked): KeptRegister[] {
  return [...catalogue.kinds.values()].flatMap((kind) => {
    if (kind.level !== level) return [];
    const { kept, entry } = register.keeping({ level, code }, kind.name, day);
    if (!kept) return [];
    return [
      {
        kind: kind.name,
        since: entry?.keptSince ?? null,
        until: entry?.keptUntil ?? null,
        basis: entry?.basis ?? null,
      },
    ];
  });
}
