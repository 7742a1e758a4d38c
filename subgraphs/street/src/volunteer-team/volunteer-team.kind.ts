import { volunteerTeamKind } from '@onenx/node/kinds';

export const streetVolunteerTeam = volunteerTeamKind('STREET');
