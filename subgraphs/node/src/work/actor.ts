import {
  codeSetContains,
  OneNXError,
  parseCodeSet,
  parseDivisionCode,
  role as roles,
  type CodeSet,
  type DivisionCode,
  type Level,
  type Role,
} from '@onenx/schema';

/** A role and the place with everything under it for which it is held. */
export interface HeldRole {
  readonly role: Role;
  readonly place: DivisionCode;
}

/** Who makes a request, as far as records are concerned: no name, no account. */
export interface Actor {
  readonly roles: readonly HeldRole[];
}

/** The header in which a caller states its roles: `STREET_OFFICER@310105009000`, several with commas between them. */
export const ACTOR_HEADER = 'x-onenx-actor';

/** The officers of a level: they write its records. */
export const OFFICER_OF: Readonly<Record<Level, Role>> = {
  DISTRICT: 'DISTRICT_SUPERVISOR',
  STREET: 'STREET_OFFICER',
  COMMITTEE: 'COMMITTEE_WORKER',
};

/** The actor of a header; without one, the officer of the server's own level. @throws ARGUMENT_INVALID */
export function readActor(header: string | undefined, { level, codes }: { level: Level; codes: CodeSet }): Actor {
  if (header === undefined || header.trim() === '') {
    return { roles: codes.includes.map((code) => ({ role: OFFICER_OF[level], place: parseDivisionCode(code) })) };
  }
  return { roles: header.split(',').map(readRole) };
}

function readRole(text: string): HeldRole {
  const [name = '', place = ''] = text.trim().split('@');
  const found = roles.codes.find((code) => code === name);
  if (found !== undefined) return { role: found, place: parseDivisionCode(place) };
  const expected = `${roles.codes.join(', ')} @ a division code`;
  throw new OneNXError('ARGUMENT_INVALID', { argument: ACTOR_HEADER, found: text, expected });
}

/** The role by which the actor may do at a place what is for some roles; undefined when there is none. */
export function roleFor(actor: Actor, by: readonly Role[], place: DivisionCode): HeldRole | undefined {
  return actor.roles.find((held) => by.includes(held.role) && codeSetContains(parseCodeSet(held.place), place));
}

export function shownRole({ role, place }: HeldRole): string {
  return `${role}@${place}`;
}
