import { serviceSiteKind } from '@onenx/node/kinds';

export const committeeServiceSite = serviceSiteKind('COMMITTEE');
