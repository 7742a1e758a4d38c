import { measuresOver } from '@onenx/node/kinds';
import type { BasicMeasure } from '@onenx/schema';

const S0 = 'Changning consultative report (about 2014)';
const S3 = 'Changning implementation opinion (2021)';
const { stock, flow } = measuresOver('ActivityTeam', 'STREET', '沪民社管发〔2024〕1号; OneNX data model 5.3 (6, 13)');
const ended = (state: string) => ({ on: 'endedAt', where: { field: 'status', in: [state] } });

export const measures: readonly BasicMeasure[] = [
  stock('teams.filed', ['备案群众活动团队数', 'Filed activity teams', '个'], { source: S0 }),
  stock('teams.members', ['备案团队成员人次', 'Members of filed teams (a person in two teams counts twice)', '人次'], {
    field: 'members',
    source: S3,
  }),
  stock('teams.filingOverdue', ['备案到期未续的团队数', 'Teams whose filing is over and not renewed', '个'], {
    where: { field: 'filingValidTo', passed: true },
  }),
  flow('teams.filedNew', ['新备案团队数', 'Teams newly filed', '个'], { on: 'filedAt' }),
  flow('teams.accepted', ['由活动小组转来的团队数', 'Teams that came from activity groups', '个'], {
    on: 'filedAt',
    where: { field: 'acceptedTransferId', isNull: false },
  }),
  flow('teams.renewed', ['续期备案的团队数', 'Teams whose filing was last renewed', '个'], { on: 'renewedAt' }),
  flow('teams.expired', ['备案到期的团队数', 'Teams whose filing expired', '个'], ended('EXPIRED')),
  flow('teams.cancelled', ['取消备案的团队数', 'Teams whose filing was cancelled', '个'], ended('CANCELLED')),
  flow('teams.promoted', ['转为注册的团队数', 'Teams that became registered organizations', '个'], ended('PROMOTED')),
];
