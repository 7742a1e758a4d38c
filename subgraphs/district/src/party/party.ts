import type { RecordValues } from '@onenx/schema';

/** How the sorts of suppliers that a purchase names are called among parties. */
const STATED: Readonly<Record<string, string>> = {
  SOCIAL_ORGANIZATION: 'SOCIAL_ORGANIZATION',
  ENTERPRISE: 'ENTERPRISE',
  PUBLIC_INSTITUTION_2: 'PUBLIC_INSTITUTION',
  RURAL_COLLECTIVE: 'RURAL_COLLECTIVE',
  SELF_GOVERNING: 'SELF_GOVERNING',
  PERSON: 'PERSON',
};

/** By the first two characters of a credit code (GB 32100-2015); 54 and 55 are not confirmed by a text of the standard. */
const BY_PREFIX: Readonly<Record<string, string>> = {
  11: 'AUTHORITY',
  12: 'PUBLIC_INSTITUTION',
  13: 'MASS_ORGANIZATION',
  51: 'SOCIAL_ORGANIZATION',
  52: 'SOCIAL_ORGANIZATION',
  53: 'SOCIAL_ORGANIZATION',
  54: 'SELF_GOVERNING',
  55: 'SELF_GOVERNING',
  59: 'SOCIAL_ORGANIZATION',
  81: 'MASS_ORGANIZATION',
  91: 'ENTERPRISE',
  92: 'ENTERPRISE',
  93: 'ENTERPRISE',
  N2: 'RURAL_COLLECTIVE',
};

/** What sort of party supplies: as its credit code says, which was given by a register; else as the record states. */
export function partyKindOf({ supplierUscc, supplierKind, toSocialOrganization }: RecordValues): string {
  if (typeof supplierUscc === 'string') return BY_PREFIX[supplierUscc.slice(0, 2)] ?? 'OTHER';
  if (typeof supplierKind === 'string') return STATED[supplierKind] ?? 'OTHER';
  return toSocialOrganization === true ? 'SOCIAL_ORGANIZATION' : 'UNKNOWN';
}
