/** Why a cell would be written, in Chinese; scores are explained by their derivations. */
export const edits = {
  note: '扣 {lost} 分（{score}/{weight}），原因栏为空，起草说明，【需填写】处由单位补充。',
  'note-below':
    '扣 {lost} 分（{score}/{weight}），已填的说明有疑问；原文不动，在其下方加一段复核提示，【需填写】处由单位补充。',
  'note-renewed': '扣 {lost} 分（{score}/{weight}），上次起草的说明尚未填写，按现在的数字更新。',
  total: '按勾选的得分合计为 {sum}。',
} as const satisfies Readonly<Record<string, string>>;
