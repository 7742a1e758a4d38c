import {
  defineKind,
  serviceField,
  volunteerTeamForm,
  volunteerTeamStatus,
  type BasicMeasure,
  type KindDefinition,
} from '@onenx/schema';
import { endsAfter } from './ends-after.js';
import { levelNames } from './level-names.js';
import { measuresOver } from './measures-over.js';
import { careTeamRules } from './volunteer-team-rules.js';
import { volunteerTeamLife } from './volunteer-team-life.js';

const SOURCE = '上海市志愿服务条例; Changning implementation opinion (2021); OneNX data model 5.3 (44)';

/** A team of volunteers. Who they are stays with the municipal volunteer platform; here stand numbers alone. */
export function volunteerTeamKind(level: 'STREET' | 'COMMITTEE'): KindDefinition {
  const { prefix, suffix, letter, zh } = levelNames[level];
  const name = `${prefix}VolunteerTeam`;
  const count = { type: 'integer', optional: true, min: 0 } as const;
  return defineKind({
    name,
    plural: `${suffix}VolunteerTeams`,
    code: `${letter}VOL`,
    zh: `${zh}志愿服务团队`,
    en: `Volunteer team of the ${suffix}`,
    level,
    interfaces: [],
    key: ['teamNo'],
    fields: {
      teamNo: { type: 'text', zh: '团队编号', en: 'Team number', maxLength: 60 },
      name: { type: 'text', zh: '名称', en: 'Name', maxLength: 200 },
      teamForm: { type: volunteerTeamForm, zh: '团队类别', en: 'Form', dimension: 'volunteerTeamForm' },
      teamStatus: { type: volunteerTeamStatus, zh: '团队状态', en: 'Status', dimension: 'volunteerTeamStatus' },
      serviceField: {
        type: serviceField,
        zh: '服务领域',
        en: 'Service field',
        optional: true,
        dimension: 'serviceField',
      },
      platformNo: {
        type: 'text',
        zh: '上海市社区志愿服务网编号',
        en: 'Number on the volunteer network',
        optional: true,
        maxLength: 60,
      },
      members: { ...count, zh: '成员人数', en: 'Members', max: 100_000 },
      socialWorkers: { ...count, zh: '其中社工', en: 'Social workers among them' },
      volunteers: { ...count, zh: '其中志愿者', en: 'Volunteers among them' },
      nursingStudents: { ...count, zh: '其中护理专业学生', en: 'Nursing students among them' },
      leader: { type: 'text', zh: '负责人', en: 'Leader', optional: true, personal: true, maxLength: 50 },
      registeredAt: { type: 'date', zh: '注册日期', en: 'Registered on' },
      dissolvedAt: { type: 'date', zh: '解散日期', en: 'Dissolved on', optional: true },
    },
    validity: { from: 'registeredAt', to: 'dissolvedAt' },
    check: endsAfter('registeredAt', 'dissolvedAt'),
    rules: careTeamRules(level),
    workflow: volunteerTeamLife(level),
    measures: measuresOf(level, name),
  });
}

function measuresOf(level: 'STREET' | 'COMMITTEE', name: string): BasicMeasure[] {
  const { suffix, zh } = levelNames[level];
  const measure = measuresOver(name, level, SOURCE);
  const form = (code: string) => ({ where: { field: 'teamForm', in: [code] } });
  return [
    measure.stock(`volunteerTeams.${suffix}`, [`${zh}志愿服务团队数`, `Volunteer teams of the ${suffix}`, '支']),
    measure.stock(
      `volunteerTeams.members.${suffix}`,
      [
        `${zh}志愿服务团队成员人次`,
        `Members of the volunteer teams of the ${suffix} (a person in two teams counts twice)`,
        '人次',
      ],
      { field: 'members' },
    ),
    measure.stock(
      `patrolTeams.${suffix}`,
      [`${zh}群防群治巡防队数`, `Patrol teams of the ${suffix}`, '支'],
      form('PATROL'),
    ),
    measure.stock(
      `emergencyTeams.${suffix}`,
      [`${zh}应急志愿者队数`, `Emergency teams of the ${suffix}`, '支'],
      form('EMERGENCY'),
    ),
    measure.stock(
      `careTeams.${suffix}`,
      [`${zh}1+2+5结对服务队数`, `1+2+5 care teams of the ${suffix}`, '支'],
      form('CARE_125'),
    ),
  ];
}
