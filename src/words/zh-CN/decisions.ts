/** What the reviewer decides, in Chinese: part of the pane's sentences. */
export const decisions = {
  'decision-rule': '规则“{text}”按“{means}”执行',
  'decision-premise': '{where}：{choice}',
  'decision-score': '{where}：复核得分 {score}，理由：{reason}',
  'decision-opinion': '{where}：复核意见“{opinion}”',
  'decision-explained': '{where}：“{check}”说明后通过，理由：{reason}',
  'decision-state': '整张表：{state}',
  'state-seen': '已看',
  'state-returned': '已退回',
  'state-passed': '已通过',
  executionRate: '预算执行率',
} as const;
