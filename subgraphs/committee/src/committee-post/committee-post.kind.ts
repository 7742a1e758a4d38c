import { endsAfter, measuresOver } from '@onenx/node/kinds';
import { defineKind, postKind, postStatus } from '@onenx/schema';
import { filling } from './filling.js';

const measure = measuresOver(
  'CommitteePost',
  'COMMITTEE',
  'Ningbo and other cases (2013–2019): 149示范岗位, 一委一居一中心',
);

/** A post in a community: whether it is filled, and by somebody who holds another one too. */
export const committeePost = defineKind({
  name: 'CommitteePost',
  plural: 'committeePosts',
  code: 'POST',
  zh: '社区岗位',
  en: 'Post in a community',
  level: 'COMMITTEE',
  interfaces: [],
  key: ['postNo'],
  fields: {
    postNo: { type: 'text', zh: '岗位编号', en: 'Post number', maxLength: 60 },
    title: { type: 'text', zh: '岗位名称', en: 'Title', maxLength: 200 },
    postKind: { type: postKind, zh: '岗位类别', en: 'Sort of post', dimension: 'postKind' },
    model: { type: 'boolean', zh: '示范岗位', en: 'Model post' },
    postStatus: { type: postStatus, zh: '岗位状态', en: 'Status', dimension: 'postStatus' },
    holder: { type: 'text', zh: '任职人', en: 'Holder', optional: true, personal: true, maxLength: 50 },
    crossPosted: { type: 'boolean', zh: '交叉任职', en: 'Held with another post', optional: true },
    certified: {
      type: 'boolean',
      zh: '任职人持社会工作者证书',
      en: 'Holder is a certified social worker',
      optional: true,
    },
    createdAt: { type: 'date', zh: '设立日期', en: 'Created on' },
    filledAt: { type: 'date', zh: '任职日期', en: 'Filled on', optional: true },
    vacatedAt: { type: 'date', zh: '离任日期', en: 'Vacated on', optional: true },
    abolishedAt: { type: 'date', zh: '撤销日期', en: 'Abolished on', optional: true },
  },
  validity: { from: 'createdAt', to: 'abolishedAt' },
  check: endsAfter('createdAt', 'abolishedAt'),
  noun: 'post',
  workflow: filling,
  measures: [
    measure.stock('posts', ['社区岗位数', 'Posts in communities', '个']),
    measure.stock('posts.filled', ['在岗的社区岗位数', 'Posts filled', '个'], {
      where: { field: 'postStatus', in: ['FILLED'] },
    }),
    measure.stock('posts.model', ['示范岗位数', 'Model posts', '个'], { where: { field: 'model', in: [true] } }),
    measure.stock('posts.crossPosted', ['交叉任职的岗位数', 'Posts held with another', '个'], {
      where: { field: 'crossPosted', in: [true] },
    }),
    measure.stock('posts.certified', ['持证社工任职的岗位数', 'Posts held by certified social workers', '个'], {
      where: { field: 'certified', in: [true] },
    }),
  ],
});
