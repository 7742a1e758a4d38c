import { serviceSiteKind } from '@onenx/node/kinds';

export const streetServiceSite = serviceSiteKind('STREET');
