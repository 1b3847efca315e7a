/** Words by which a reason says what will be done. */
const remedy =
  /措施|今后|下一步|下步|下一?年|明年|来年|次年|后续|将|拟|加强|改进|完善|督促|加快|优化|规范|争取|确保|避免|强化|落实|健全|及时|整改|提升|提高|精确|科学|合理|按[^，。；]{1,10}申报|增加|提前|修订/u;

/** What was done already, in a clause of its own after the cause: "1名村医辞职，已公开招聘"; not "已超过", "已完成". */
const done =
  /[，,；;。]\s*(?:现已|已经|已)(?!超|完成|达|过|逾|满|到期|结束|停|影响|造成|导致|延|取消|离|退|去世|变|收回|调减)[\p{Script=Han}]{2,}/u;

/** Whether the text says what will be done, or was. */
export function namesRemedy(text: string): boolean {
  return remedy.test(text) || done.test(text);
}
