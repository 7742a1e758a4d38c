import { externalListingKind } from '@onenx/node/kinds';

export const districtExternalListing = externalListingKind('DISTRICT');
