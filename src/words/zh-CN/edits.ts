/** Why a cell would be written, in Chinese; scores are explained by their derivations. */
export const edits = {
  note: '扣 {lost} 分（{score}/{weight}），原因栏为空，起草说明，【需填写】处由单位补充。',
  total: '按勾选的得分合计为 {sum}。',
} as const satisfies Readonly<Record<string, string>>;
