import { CHANGNING, OPINION, type Print, type PublishedFigure } from './figure.js';

function rule([metric, printed, unit]: Print, reason: string): PublishedFigure {
  return { place: CHANGNING, metric, printed, unit, source: OPINION, reason };
}

/** What the opinion of 2021 prints: targets, rules and periods. The sample holds no target of it as a record. */
export const opinionFigures: readonly PublishedFigure[] = [
  rule(
    ['community_orgs_per_community_target', 12, '个/社区(不少于)'],
    'A target, and an average over communities, not a floor of each. What is reached is `communityOrgs.perCommunity`; how many communities reach it alone is `committees.atLeast` with `args: {atLeast: 12}`.',
  ),
  rule(['tiers_of_community_orgs', 3, '层级'], 'A rule: the three members of the dimension `tier`.'),
  rule(['focus_categories', 4, '类'], 'A rule: the four members of the dimension `category`.'),
  rule(
    ['social_work_station_coverage_target', 1, 'ratio(各街镇普遍建立,服务全覆盖)'],
    'A target; no record kind keeps social work stations yet.',
  ),
  rule(['max_multi_year_procurement', 3, '年(分年签订合同)'], 'A rule on how long a purchase may go on.'),
  rule(
    ['grade_threshold_tracked', '3A', '等级及以上占比(提高)'],
    'The direction of a target, without a number. What is tracked is `grade.ge3A.shareOfRegistered` or, of valid grades, `grade.ge3A.shareOfGraded`.',
  ),
  rule(['ten_best_awards', 5, '个“十优”评选'], 'A rule: five kinds of award; no record kind keeps awards.'),
  rule(['special_action_period', '2021-2023', '年'], 'A period.'),
  rule(
    ['policy_validity', '2022-01-30/2025-12-31', 'date range'],
    'A period: the opinion has expired, and its targets with it.',
  ),
];
