import { enumSdl } from '@onenx/node';
import { vitalLevel, vitalSign } from '@onenx/schema';

/** What the district adds to its schema for vital signs, findings and the warnings that follow from them. */
export const vitalSignsSdl = `
${enumSdl(vitalSign)}

${enumSdl(vitalLevel)}

extend type RegisteredOrganization {
  "生命体征: what the district's records say of its state today; null for one that is not in the register"
  vitalSigns: VitalSigns
}

"生命体征: five signs, each by the rules that speak to it. No score is made of them."
type VitalSigns {
  "日期: the day in Asia/Shanghai to which they apply"
  day: Date!
  "体征"
  signs: [VitalSign!]!
  "记录之间的冲突: listed, not hidden and not decided"
  conflicts: [OrganizationFinding!]!
}

"一项体征"
type VitalSign {
  "体征"
  sign: VitalSignName!
  "状态: the worst of its findings; what is not known is UNKNOWN, which is not bad"
  level: VitalLevel!
  "发现的问题"
  findings: [OrganizationFinding!]!
  "缺少的数据: the records or the legal parameters without which it is not known"
  missing: [String!]!
}

"发现的问题: what a rule found about an organization. One a rule and organization."
type OrganizationFinding {
  "规则依据"
  rule: RuleRef!
  "规则要求: in the language of Accept-Language, Chinese first"
  demand: String!
  "说明: what was found, in the same language"
  text: String!
  "体征: empty where records contradict each other"
  sign: VitalSignName
  "预警级别: from yellow up it asks for a warning"
  severity: WarningSeverity!
  "依据记录: the ids of the records that it rests on, the most telling one first"
  records: [ID!]!
  "起始日期: the first day on which it was so; empty where the records do not tell"
  since: Date
  "注册社会组织"
  organization: RegisteredOrganization!
}

"发现的问题(带游标)"
type OrganizationFindingEdge {
  "游标"
  cursor: String!
  "发现的问题"
  node: OrganizationFinding!
}

"发现的问题列表"
type OrganizationFindingConnection {
  "发现的问题"
  nodes: [OrganizationFinding!]!
  "发现的问题(带游标)"
  edges: [OrganizationFindingEdge!]!
  "分页信息"
  pageInfo: PageInfo!
  "总数: every organization under the place is looked at for it; null while a node is missing"
  totalCount: Int
  "数据到齐情况"
  coverage: Coverage!
}

extend type Query {
  "发现的问题列表: what the rules find about the registered organizations under a place, by organization and rule."
  organizationFindings(
    "所在地点: the place under which to look."
    under: DivisionCode!
    "规则代码; 缺省为全部"
    rule: [String!]
    "体征; 缺省为全部"
    sign: [VitalSignName!]
    "预警级别; 缺省为全部"
    severity: [WarningSeverity!]
    "从头起最多返回条数, 不超过1000; 缺省为20"
    first: Int
    "从此游标之后开始"
    after: String
  ): OrganizationFindingConnection
}

"发出应发的预警"
input RaiseDetectedWarningsInput {
  "请求编号: the same one sent again raises nothing twice"
  requestId: ID!
  "所在地点: the place under which to look"
  under: DivisionCode!
  "规则代码; 缺省为全部"
  rule: [String!]
  "试运行: tells the outcome, changes nothing"
  dryRun: Boolean
}

"发出应发的预警的结果"
type RaiseDetectedWarningsPayload {
  "是否成功: of a dry run, whether it would be"
  ok: Boolean!
  "已发出的预警数: of a dry run, how many would be"
  raised: Int!
  "此前已有未关闭预警的问题数"
  alreadyOpen: Int!
  "预警曾经发出并已关闭的问题数: not raised again until it comes about anew"
  settled: Int!
  "尚未发出的预警数: beyond what one request raises; ask again with another number"
  remaining: Int!
  "预警: those raised; of a dry run, as they would be"
  warnings: [DistrictWarning!]!
  "问题"
  problems: [Problem!]!
}

extend type Mutation {
  "发出应发的预警: a warning for each finding from yellow up that has none, one a rule and organization; at most 500 a request."
  raiseDetectedWarnings(
    "内容"
    input: RaiseDetectedWarningsInput!
  ): RaiseDetectedWarningsPayload
}
`;
