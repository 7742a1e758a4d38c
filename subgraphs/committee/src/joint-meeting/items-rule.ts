import type { Rule } from '@onenx/schema';

/** A meeting is settled once as many items are closed as were raised. */
export const itemsRule: Rule = {
  code: 'JOINT_MEETING_ITEMS',
  zh: '提出的事项全部办结后方可办结会议',
  en: 'A meeting is settled when every item that it raised is closed',
  source: 'OneNX: what is settled leaves nothing open',
  check: ({ after }) => {
    const raised = Number(after['itemsRaised'] ?? 0);
    const closed = Number(after['itemsClosed'] ?? 0);
    return closed === raised ? null : { field: 'itemsClosed', found: closed, expected: raised };
  },
};
