/** What a reading takes for granted, in Chinese: “按正向 8.67，按反向 10；请确认方向”. */
export const premises = {
  'direction-positive': '按正向',
  'direction-reverse': '按反向',
  'direction-equal': '按等于（超过不扣分）',
  'direction-movement': '按“{movement}”越多越好',
  'direction-zero': '按不得发生',
  'scale-other-unit': '“{number}”按{unit}',
  'scale-ratio': '“{number}”按 {percent}',
  'scale-unknown': '“{number}”不是这个指标的数',
  'sort-amount': '按数量比例',
  'sort-degree': '按定性分档',
  'profile-by': '按{title}',
  'rule-own': '按本行规则',
  'rule-decided': '按复核人的解释“{means}”',
  'score-given': '复核评定',
  'score-explained': '说明后通过',
  'rule-partial-items': '每项可得部分分',
  'rule-over-completion': '超额过多，按偏离度调减',
  'rule-by-rate': '按执行率',
  'rule-own-target': '按本行的目标值',
  'clause-open': '另有没看懂的“{piece}”',
  'amounts-form-totals': '资金行写的是全表合计',
  'amounts-usual-weight': '执行率按通用分值 {weight}',
} as const satisfies Readonly<Record<string, string>>;

/** What is to be confirmed, by what the premise is about. */
export const asked = {
  rule: '适用的规则',
  clause: '规则条文',
  direction: '方向',
  scale: '单位',
  sort: '口径',
  profile: '评分规则',
  rounding: '取舍位数',
  amounts: '金额栏',
  completeness: '是否填全',
  score: '复核得分',
} as const satisfies Readonly<Record<string, string>>;

/** How readings are put together. */
export const joining = {
  within: '、',
  between: '，',
  reading: '{premises} {score}',
  limits: '{low}–{high}',
  unknown: '由评审人评定',
  asked: '、',
  /** Between the names of a list, and after one that goes on. */
  listed: '、',
  goesOn: '等',
} as const;
