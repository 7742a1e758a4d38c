import { externalListingKind } from '@onenx/node/kinds';

export const streetExternalListing = externalListingKind('STREET');
