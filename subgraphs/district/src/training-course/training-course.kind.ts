import { endsAfter, firstProblem, measuresOver, notMoreThan } from '@onenx/node/kinds';
import { courseKind, defineKind } from '@onenx/schema';
import { S0, S3 } from '../sources.js';

const { flow } = measuresOver('TrainingCourse', 'DISTRICT', `OneNX data model 5.3 (56); ${S3}; ${S0}`);
const on = 'heldFrom';
const count = { type: 'integer', optional: true, min: 0 } as const;

/** A course, with person-times alone: somebody on two courses counts twice. */
export const trainingCourse = defineKind({
  name: 'TrainingCourse',
  plural: 'trainingCourses',
  code: 'TRN',
  zh: '培训课程',
  en: 'Training course',
  level: 'DISTRICT',
  interfaces: [],
  key: ['courseNo'],
  fields: {
    courseNo: { type: 'text', zh: '课程编号', en: 'Course number', maxLength: 60 },
    courseKind: { type: courseKind, zh: '课程种类', en: 'Kind', dimension: 'courseKind' },
    title: { type: 'text', zh: '课程名称', en: 'Title', maxLength: 200 },
    programme: { type: 'text', zh: '培养计划', en: 'Programme', optional: true, maxLength: 100 },
    hours: { type: 'number', zh: '学时', en: 'Hours', optional: true, min: 0 },
    budget: { type: 'fen', zh: '人才发展资金支出(分)', en: 'Cost to the talent fund (fen)', optional: true, min: 0 },
    heldFrom: { type: 'date', zh: '开课日期', en: 'First day' },
    heldTo: { type: 'date', zh: '结课日期', en: 'Last day', optional: true },
    enrolled: { ...count, zh: '报名人次', en: 'Enrolled (person-times)' },
    attended: { ...count, zh: '参训人次', en: 'Attended (person-times)' },
    passed: { ...count, zh: '合格人次', en: 'Passed (person-times)' },
  },
  validity: { from: 'heldFrom', to: 'heldTo' },
  check: firstProblem(endsAfter('heldFrom', 'heldTo'), notMoreThan('attended', ['passed'])),
  noun: 'course',
  measures: [
    flow('training.courses', ['培训课程数', 'Training courses', '门'], { on }),
    flow('training.personTimes', ['参训人次', 'Person-times trained', '人次'], {
      on,
      field: 'attended',
      sensitive: true,
    }),
    flow('training.passed', ['培训合格人次', 'Person-times passed', '人次'], { on, field: 'passed', sensitive: true }),
  ],
});
