import type { ErrorDefinition } from './error-definition.js';

/**
 * Every error that OneNX can answer with. `{name}` is filled from the error's parameters. A message says what was found,
 * what was expected and what to do; it never carries personal data or anything internal. `docs/errors.md` is generated.
 */
export const errorCatalogue = {
  // ---- places
  DIVISION_CODE_MALFORMED: {
    category: 'BAD_USER_INPUT',
    en: 'Found "{found}" where a division code was expected: 12 digits, or the 6- or 9-digit short form (310105009 is 310105009000). Check the code against the list of places.',
    zh: '“{found}”不是行政区划代码:应为12位数字,或6位、9位简码(如310105009即310105009000)。请对照区划表核对。',
  },
  DIVISION_CODE_LEVEL: {
    category: 'BAD_USER_INPUT',
    en: 'Found {found}, a code of level {foundLevel}; expected a code of level {expected}. Use the field or the code of the right level.',
    zh: '{found} 是{foundLevel}级代码,此处应为{expected}级代码。请改用相应级别的字段或代码。',
  },
  PLACE_UNKNOWN: {
    category: 'BAD_USER_INPUT',
    en: 'No place has the code {found} on {date}. Expected a code of the register of places; ask `place` without a date, or look the code up in `district {{ streets }}`.',
    zh: '{date} 的区划中没有代码 {found}。应为区划登记中的代码,请先查询区划。',
  },
  PLACE_OUTSIDE_NODE: {
    category: 'BAD_USER_INPUT',
    en: 'Found place {found}, which is outside this node; expected a place within {expected}. Send the record to the node that owns the place.',
    zh: '地点 {found} 不在本节点范围内,应在 {expected} 之内。请把记录送到所属节点。',
  },
  PLACE_LEVEL: {
    category: 'BAD_USER_INPUT',
    en: 'Found place {found} of level {foundLevel}; {kind} belongs to level {expected} or below. A record that spans several places belongs to the level above.',
    zh: '地点 {found} 为{foundLevel}级,{kind}只能属于{expected}级或以下。跨区域的记录由上一级登记。',
  },
  // ---- credit codes
  CREDIT_CODE_MALFORMED: {
    category: 'BAD_USER_INPUT',
    en: 'Found {length} characters where a unified social credit code was expected: 18 characters of 0-9 and A-Z without I, O, S, V, Z (GB 32100-2015). {hint}',
    zh: '统一社会信用代码应为18位(数字和不含I、O、S、V、Z的大写字母,GB 32100-2015),实为{length}位。{hint}',
  },
  CREDIT_CODE_DEPARTMENT: {
    category: 'BAD_USER_INPUT',
    en: 'The credit code begins with {found}; expected the prefix of {expected}. Check the registering department and the class.',
    zh: '统一社会信用代码以 {found} 开头,应为 {expected} 的前缀。请核对登记管理部门和机构类别。',
  },
  CREDIT_CODE_CHECK_DIGIT: {
    category: 'BAD_USER_INPUT',
    en: 'The check character at position {position} of the credit code is "{found}", expected "{expected}" (GB 32100-2015, GB 11714). A character was probably mistyped.',
    zh: '统一社会信用代码第{position}位校验码为“{found}”,应为“{expected}”(GB 32100-2015、GB 11714)。可能有字符录错。',
  },
  // ---- changes
  PARAMETER_UNKNOWN: {
    category: 'UNAVAILABLE',
    en: 'The legal parameter "{found}" has no value in force at {place} on {date}. Expected one in the table of legal parameters; have it imported for this place and day.',
    zh: '法定参数“{found}”在 {place} 于 {date} 没有有效值。请先导入该地点、该日期的参数。',
  },
  RULE_BROKEN: {
    category: 'BAD_USER_INPUT',
    en: '{text} (rule {rule}, {source}). Found {found}, expected {expected}. Correct the field, or ask for the rule to be looked at.',
    zh: '{text}(规则 {rule},依据:{source})。现为 {found},应为 {expected}。请更正,或提请核对该规则。',
  },
  RECORD_NOT_FOUND: {
    category: 'BAD_USER_INPUT',
    en: 'This node keeps no record {found} of the kind {kind}. Expected the id of one, as a list or an earlier answer gave it.',
    zh: '本节点没有编号为 {found} 的{kind}记录。应为列表或先前应答给出的记录标识。',
  },
  RECORD_EXISTS: {
    category: 'CONFLICT',
    en: 'There is a record with the key {found} already; nothing was stored. Change that one by its id, or give another key.',
    zh: '已有键为 {found} 的记录,未入库。请按其标识修改,或改用其他键。',
  },
  RECORD_LOCKED: {
    category: 'CONFLICT',
    en: 'The record {found} is locked. Expected the reason of a correction in `correction`; what it said before is kept beside it.',
    zh: '记录 {found} 已锁定。如需更正,请在 `correction` 中写明理由,原内容一并保留。',
  },
  VERSION_CONFLICT: {
    category: 'CONFLICT',
    en: 'The record is at version {found}; the change expected version {expected}. Look at what changed in `conflict`, and send the change again on the new version.',
    zh: '记录现为第{found}版,本次更改基于第{expected}版。请查看 `conflict` 中的差异,并在新版本上重新提交。',
  },
  ACTION_NOT_ALLOWED: {
    category: 'CONFLICT',
    en: '{action} is not possible in the state {found}; expected {expected}. `allowedActions` of the record lists what is.',
    zh: '当前状态 {found} 下不能执行 {action},应处于 {expected}。可执行的操作见记录的 `allowedActions`。',
  },
  ROLE_REQUIRED: {
    category: 'FORBIDDEN',
    en: '{action} at {place} is for {expected}. Ask somebody who holds that role there.',
    zh: '在 {place} 执行 {action} 需要角色 {expected}。请由持有该角色的人员办理。',
  },
  REQUEST_REUSED: {
    category: 'CONFLICT',
    en: 'The request number {found} was used for another change. Expected a new number for a new change, or the same content to repeat one.',
    zh: '请求编号 {found} 已用于另一项更改。新更改请用新编号,重试请保持内容不变。',
  },
  // ---- roll-ups
  MEASURE_UNKNOWN: {
    category: 'BAD_USER_INPUT',
    en: 'There is no measure "{found}". Nearest: {nearest}. The catalogue is at `measures`.',
    zh: '没有名为“{found}”的指标,相近的有:{nearest}。可查询 `measures` 目录。',
  },
  DIMENSION_UNKNOWN: {
    category: 'BAD_USER_INPUT',
    en: 'There is no dimension "{found}". Nearest: {nearest}. The catalogue is at `dimensions`.',
    zh: '没有名为“{found}”的维度,相近的有:{nearest}。可查询 `dimensions` 目录。',
  },
  MEASURE_OWNER_LEVEL: {
    category: 'BAD_USER_INPUT',
    en: 'The measure "{found}" is owned by level {expected}; an observation of level {foundLevel} is refused, so that no figure is counted twice.',
    zh: '指标“{found}”由{expected}级填报,不接受{foundLevel}级的数据,以免重复计数。',
  },
  ALIAS_REPEATED: {
    category: 'BAD_USER_INPUT',
    en: 'The name "{found}" stands for two measures of one question. Give each a name of its own with `as`.',
    zh: '同一问题中“{found}”重名,请用 `as` 为每个指标另取名称。',
  },
  ALIAS_UNKNOWN: {
    category: 'BAD_USER_INPUT',
    en: 'No measure of this question is called "{found}"; it has: {expected}.',
    zh: '本问题中没有名为“{found}”的指标,现有:{expected}。',
  },
  PERIOD_INVALID: {
    category: 'BAD_USER_INPUT',
    en: 'Found the period {found}; expected {expected}. Give one of: year; year and quarter; year and month; from and to.',
    zh: '时期 {found} 无效,应为{expected}。请给出:年;年和季;年和月;或起止日期之一。',
  },
  NOT_YET_SUPPORTED: {
    category: 'BAD_USER_INPUT',
    en: '"{found}" is not supported yet and is refused rather than ignored. Leave it out; supported here: {expected}.',
    zh: '“{found}”尚未支持,已拒绝而不是忽略。请去掉该项;目前支持:{expected}。',
  },
  ARGUMENT_INVALID: {
    category: 'BAD_USER_INPUT',
    en: 'The argument "{argument}" is {found}; expected {expected}.',
    zh: '参数“{argument}”为 {found},应为{expected}。',
  },
  CURSOR_INVALID: {
    category: 'BAD_USER_INPUT',
    en: 'The cursor was not made by this list in this order. Start again without `after`, or keep `orderBy` unchanged between pages.',
    zh: '游标与此列表的排序不符。请去掉 `after` 重新开始,或在翻页时保持 `orderBy` 不变。',
  },
  FIELD_UNKNOWN: {
    category: 'BAD_USER_INPUT',
    en: '{kind} has no field "{found}" to order by. Nearest: {nearest}.',
    zh: '{kind} 没有可排序的字段“{found}”,相近的有:{nearest}。',
  },
  QUESTION_TOO_LARGE: {
    category: 'BAD_USER_INPUT',
    en: 'The question asks for {found}; at most {expected} are answered. Ask for fewer places, measures or dimensions at once.',
    zh: '问题要求 {found},最多 {expected}。请减少一次查询的地点、指标或维度。',
  },
  // ---- values of a record
  VALUE_REQUIRED: {
    category: 'BAD_USER_INPUT',
    en: 'The field "{field}" is empty; expected {expected}.',
    zh: '“{field}”为空,应为{expected}。',
  },
  VALUE_NOT_IN_LIST: {
    category: 'BAD_USER_INPUT',
    en: 'The field "{field}" says "{found}"; expected one of {expected}.',
    zh: '“{field}”的值“{found}”不在代码表中,应为:{expected}。',
  },
  NUMBER_INVALID: {
    category: 'BAD_USER_INPUT',
    en: 'The field "{field}" says "{found}"; expected {expected}.',
    zh: '“{field}”的值“{found}”无效,应为{expected}。',
  },
  DATE_INVALID: {
    category: 'BAD_USER_INPUT',
    en: '"{found}" ({field}) is not a date; expected a day of the calendar as YYYY-MM-DD.',
    zh: '“{found}”({field})不是日期,应为 YYYY-MM-DD 形式的有效日期。',
  },
  DATES_REVERSED: {
    category: 'BAD_USER_INPUT',
    en: '{field} is {found}; expected a day after {expected}.',
    zh: '{field} 为 {found},应晚于 {expected}。',
  },
  TEXT_TOO_LONG: {
    category: 'BAD_USER_INPUT',
    en: 'The field "{field}" has {found} characters; expected at most {expected}.',
    zh: '“{field}”有{found}个字符,最多{expected}个。',
  },
  TEXT_UNPRINTABLE: {
    category: 'BAD_USER_INPUT',
    en: 'The field "{field}" has the control character {found}; expected {expected}. Take it out.',
    zh: '“{field}”含有控制字符 {found},应为{expected}。请删除该字符。',
  },
  NUMERATOR_EXCEEDS: {
    category: 'BAD_USER_INPUT',
    en: 'The numerator {found} of "{measure}" is greater than its denominator {expected}.',
    zh: '“{measure}”的分子 {found} 大于分母 {expected}。',
  },
  // ---- files
  FILE_NOT_FOUND: {
    category: 'BAD_USER_INPUT',
    en: 'The file "{found}" cannot be read. Check its name and rights.',
    zh: '无法读取文件“{found}”,请检查文件名和权限。',
  },
  FILE_NOT_TEXT: {
    category: 'BAD_USER_INPUT',
    en: 'The file is not text ({found}); expected CSV or NDJSON in UTF-8 or GB18030, or an Excel workbook (.xlsx).',
    zh: '文件不是文本({found}),应为 UTF-8 或 GB18030 编码的 CSV 或 NDJSON,或 Excel 工作簿(.xlsx)。',
  },
  FILE_NOT_WORKBOOK: {
    category: 'BAD_USER_INPUT',
    en: 'The spreadsheet cannot be read ({found}); expected an Excel workbook (.xlsx) with the table on its first sheet, without a password. Save it again as .xlsx, or as CSV.',
    zh: '无法读取电子表格({found}),应为未加密的 Excel 工作簿(.xlsx),数据在第一张工作表。请另存为 .xlsx 或 CSV。',
  },
  FILE_TOO_LARGE: {
    category: 'BAD_USER_INPUT',
    en: 'The file is too large: {found}, at most {expected}. Split it or make it smaller; a table needs fewer bytes as CSV or NDJSON than as a spreadsheet.',
    zh: '文件过大:{found},最多 {expected}。请拆分或压缩文件;表格可改用 CSV、NDJSON 代替电子表格。',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    category: 'BAD_USER_INPUT',
    en: 'The body is of the type "{found}"; expected {expected}. Set Content-Type to what the body is.',
    zh: '请求体类型为“{found}”,应为{expected}。请将 Content-Type 设为实际类型。',
  },
  ATTACHMENTS_UNAVAILABLE: {
    category: 'UNAVAILABLE',
    en: 'This server keeps no attachments: it was started without a directory for them. Expected one; have its operator start it with `{expected} DIRECTORY`.',
    zh: '本服务未设附件目录,不能保存或读取附件。请维护人员用 `{expected} 目录` 启动服务。',
  },
  ATTACHMENT_DAMAGED: {
    category: 'INTERNAL',
    en: 'The file of the attachment {found} is missing, or is not as long as when it was attached. Attach the same file again, which puts it back, or have the operator restore it from a backup.',
    zh: '附件 {found} 的文件缺失,或长度与上传时不符。请重新上传同一文件以恢复,或请维护人员从备份恢复。',
  },
  ROUTE_UNKNOWN: {
    category: 'BAD_USER_INPUT',
    en: 'There is nothing at {found}; expected {expected}.',
    zh: '{found} 不存在,应为 {expected}。',
  },
  IMPORT_UNKNOWN: {
    category: 'BAD_USER_INPUT',
    en: "This server knows of no import {found}: it remembers the last {expected} since it was started. The node's `nodeInfo` tells when it was last written to.",
    zh: '本服务没有编号为 {found} 的导入:只保留启动以来最近 {expected} 次。最近一次写入时间见 `nodeInfo`。',
  },
  IMPORT_BUSY: {
    category: 'UNAVAILABLE',
    en: '{found} imports wait on this server, which is the most that it keeps waiting. Send this one again when they are done.',
    zh: '本服务已有 {found} 个导入在等待,达到上限。请待其完成后重试。',
  },
  IMPORT_STOPPED: {
    category: 'UNAVAILABLE',
    en: 'The server was stopped during the import, after {found} rows; what had landed by then stays. Send the whole file again: that takes it up where it was.',
    zh: '导入过程中服务已停止,已处理{found}行,已入库的保留。请重新提交整个文件,系统会从中断处继续。',
  },
  FILE_EMPTY: {
    category: 'BAD_USER_INPUT',
    en: 'The file has no header line; expected the columns of the template: `onenx template {kind}`.',
    zh: '文件没有表头行,应为模板的列:`onenx template {kind}`。',
  },
  COLUMN_MISSING: {
    category: 'BAD_USER_INPUT',
    en: 'The file lacks the column {expected}; it has {found}. See `onenx template {kind}`.',
    zh: '文件缺少列 {expected};现有列:{found}。请参照 `onenx template {kind}`。',
  },
  COLUMN_UNKNOWN: {
    category: 'BAD_USER_INPUT',
    en: 'The file has the unknown column {found}; expected columns: {expected}. Nothing was imported, so that no data is dropped unseen.',
    zh: '文件有未知列 {found};应为:{expected}。为避免静默丢弃数据,未导入任何内容。',
  },
  ROW_MALFORMED: {
    category: 'BAD_USER_INPUT',
    en: 'The row could not be read: found {found}, expected {expected}.',
    zh: '该行无法读取:{found},应为{expected}。',
  },
  KEY_REPEATED: {
    category: 'BAD_USER_INPUT',
    en: 'The key {found} stands twice in this file, first on line {expected}. Keep one of the two rows.',
    zh: '键 {found} 在文件中重复,首次出现在第{expected}行。请只保留一行。',
  },
  KEY_TAKEN: {
    category: 'CONFLICT',
    en: 'The key {found} belongs to another record than the number {expected} of the source system; nothing of this row was stored. Correct one of the two.',
    zh: '键 {found} 与来源系统编号 {expected} 分属两条记录,该行未入库。请更正其中之一。',
  },
  STALE: {
    category: 'CONFLICT',
    en: 'The row is dated {found}, older than what is stored ({expected}); the stored record was kept.',
    zh: '该行日期 {found} 早于已存记录({expected}),已保留原记录。',
  },
  KIND_UNKNOWN: {
    category: 'BAD_USER_INPUT',
    en: 'There is no record kind "{found}"; known: {expected}.',
    zh: '没有名为“{found}”的记录种类;可用:{expected}。',
  },
  CLOSE_LIMIT: {
    category: 'BAD_USER_INPUT',
    en: 'The snapshot would close {found} of the records, over the limit of {expected}. Nothing was changed. Check that the file is whole, or raise --max-close.',
    zh: '该全量文件将关闭{found}的记录,超过上限{expected}。未作任何更改。请确认文件完整,或调高 --max-close。',
  },
  DATABASE_UNREADY: {
    category: 'UNAVAILABLE',
    en: 'The database "{found}" is not ready: {expected}.',
    zh: '数据库“{found}”尚未就绪:{expected}。',
  },
  EDITION_UNKNOWN: {
    category: 'BAD_USER_INPUT',
    en: 'The place tree in "{found}" is empty. Import the divisions first: `onenx import divisions FILE --into {found}`.',
    zh: '“{found}”中没有区划数据。请先导入区划:`onenx import divisions FILE --into {found}`。',
  },
  DIVISION_TREE_BROKEN: {
    category: 'BAD_USER_INPUT',
    en: 'Place {found} names the parent {expected}, which does not exist at a higher level during all of the same dates.',
    zh: '地点 {found} 的上级 {expected} 并非在同一时期内始终存在且级别更高。',
  },
  DIVISION_DATES_OVERLAP: {
    category: 'BAD_USER_INPUT',
    en: 'Place {found} has two entries that both hold on {date}; expected the earlier one to end by then. Correct the dates of one of them.',
    zh: '地点 {found} 在 {date} 有两条同时有效的记录,前一条应在此之前终止。请更正其中一条的日期。',
  },
  // ---- between hub and nodes
  OVERLAPPING_OWNERS: {
    category: 'INTERNAL',
    en: 'Two nodes answered for the same place ({found}); a total would count it twice. Correct the topology.',
    zh: '两个节点同时回答了同一地点({found}),合计会重复。请更正拓扑配置。',
  },
  AMBIGUOUS_OWNER: {
    category: 'INTERNAL',
    en: 'More than one node keeps {found}; which one owns it cannot be told. Give each place one endpoint a level in the topology.',
    zh: '有多个节点声明保存 {found},无法确定归属。请在拓扑配置中为每个地点的每一级只指定一个服务地址。',
  },
  CONTRACT_UNSUPPORTED: {
    category: 'INTERNAL',
    en: 'The node speaks contract {found}; this hub speaks {expected}.',
    zh: '节点的契约版本为 {found},本枢纽支持 {expected}。',
  },
  SPEC_MALFORMED: {
    category: 'BAD_USER_INPUT',
    en: 'The specification is not one that this node can read: {found}; expected {expected}.',
    zh: '规格无法读取:{found},应为{expected}。',
  },
  CODE_SET_MALFORMED: {
    category: 'BAD_USER_INPUT',
    en: 'Found the set of codes "{found}"; expected codes separated by commas, a minus before those left out: 310105,-310105009.',
    zh: '代码集“{found}”格式有误,应以逗号分隔,排除项前加减号:310105,-310105009。',
  },
  TOPOLOGY_INVALID: {
    category: 'BAD_USER_INPUT',
    en: 'The topology {file} has {found}; expected {expected}. The topology in force was kept.',
    zh: '拓扑配置 {file} 有误:{found},应为 {expected}。已保持现有拓扑。',
  },
  // ---- the gateway
  OPERATION_MALFORMED: {
    category: 'BAD_USER_INPUT',
    en: 'The request is not a GraphQL request: {found}; expected {expected}.',
    zh: '请求不是 GraphQL 请求:{found},应为{expected}。',
  },
  OPERATION_LIMIT: {
    category: 'BAD_USER_INPUT',
    en: 'The operation has {found} {what}; at most {expected} are answered. Split it into several requests.',
    zh: '该操作含 {found} 个{what},最多 {expected} 个。请拆分为多个请求。',
  },
  OPERATION_COST: {
    category: 'BAD_USER_INPUT',
    en: 'The operation may answer with {found} objects by estimate; at most {expected} are answered at once. Ask for smaller pages (`first`), fewer lists within lists, or several requests.',
    zh: '估算该操作最多返回 {found} 个对象,一次最多 {expected} 个。请减小每页条数(`first`)、减少列表嵌套,或拆分为多个请求。',
  },
  PAGE_TOO_LARGE: {
    category: 'BAD_USER_INPUT',
    en: '"{field}" is asked for {found} entries at once with `{argument}`; at most {expected} are answered. Ask for {expected} or fewer, and for the rest in further pages.',
    zh: '“{field}”的 `{argument}` 要求一次返回 {found} 条,最多 {expected} 条。请减小条数,其余分页查询。',
  },
  INTROSPECTION_CLOSED: {
    category: 'FORBIDDEN',
    en: 'Found `{found}`, but this gateway does not tell its schema; expected fields of data only (`__typename` is answered). Ask its operator for the schema as a file.',
    zh: '请求了 `{found}`,但本网关不公开模式;只应查询数据字段(`__typename` 可用)。请向维护人员索取模式文件。',
  },
  PLAN_UNSUPPORTED: {
    category: 'BAD_USER_INPUT',
    en: 'The operation is valid but cannot be planned over the levels. Ask for its parts in separate requests.',
    zh: '该操作有效,但无法跨级规划。请拆分为多个请求。',
  },
  LEVEL_FAULT: {
    category: 'INTERNAL',
    en: 'The {service} level answered with a fault. Try again; if it stays, tell its operator.',
    zh: '{service} 级服务返回错误。请重试;如仍出现请联系其维护人员。',
  },
  LEVEL_SILENT: {
    category: 'UNAVAILABLE',
    en: 'The {service} service did not answer ({reason}). Try again later.',
    zh: '{service} 服务没有应答({reason})。请稍后再试。',
  },
  CSRF_PREVENTED: {
    category: 'BAD_USER_INPUT',
    en: 'The request could have been sent by another web page. Send Content-Type application/json, or a header x-apollo-operation-name or apollo-require-preflight.',
    zh: '该请求可能由其他网页发出。请使用 Content-Type: application/json,或加上 x-apollo-operation-name 或 apollo-require-preflight 请求头。',
  },
  INTERNAL_SERVER_ERROR: {
    category: 'INTERNAL',
    en: 'Something failed inside the hub. Nothing was changed. Give the operator this number: {reference}.',
    zh: '枢纽内部出错,未作任何更改。请将此编号告知维护人员:{reference}。',
  },
  PORT_IN_USE: {
    category: 'UNAVAILABLE',
    en: 'Port {found} is taken by another program. Stop it, or choose another with {expected}.',
    zh: '端口 {found} 已被其他程序占用。请停止该程序,或用 {expected} 另选端口。',
  },
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorCatalogue;
