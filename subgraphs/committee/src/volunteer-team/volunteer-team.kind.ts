import { volunteerTeamKind } from '@onenx/node/kinds';

export const committeeVolunteerTeam = volunteerTeamKind('COMMITTEE');
