import { expect, test } from '@jest/globals';
import { ruleInput } from '@onenx/node/testing';
import { committeeVolunteerTeam } from './volunteer-team.kind.js';

const parameters = { 'careTeam.socialWorkers': 1, 'careTeam.volunteers': 2, 'careTeam.nursingStudents': 5 };
const brokenBy = (after: Record<string, string | number | null>) =>
  committeeVolunteerTeam.rules
    ?.filter((rule) => rule.check(ruleInput({ after, parameters })) !== null)
    .map(({ code }) => code);

test.each([
  [{ socialWorkers: 1, volunteers: 2, nursingStudents: 5 }, []],
  [
    { socialWorkers: 0, volunteers: 3, nursingStudents: 4 },
    ['COMMITTEE_CARE_TEAM_SOCIAL_WORKERS', 'COMMITTEE_CARE_TEAM_NURSING_STUDENTS'],
  ],
  [{ socialWorkers: 1, volunteers: null, nursingStudents: 5 }, ['COMMITTEE_CARE_TEAM_VOLUNTEERS']],
])('a care team of %j breaks %j; another team breaks nothing', (people, codes) => {
  expect(brokenBy({ teamForm: 'CARE_125', ...people })).toEqual(codes);
  expect(brokenBy({ teamForm: 'PATROL', ...people })).toEqual([]);
});
