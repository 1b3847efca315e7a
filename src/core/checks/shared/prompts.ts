/** Words of a template that tell a person what to write, and were left where the answer should stand. */

/** Slots to be filled in; XX within a Latin word is a name. */
const slots =
  /【[^】]{0,12}填[^】]{0,12}】|(?<![A-Za-z])[XxＸ×]{2,}(?![A-Za-z])|[（(\[]请?[^）)\]]{0,12}(?:请|在此|此处)[^）)\]]{0,4}填[^）)\]]{0,12}[）)\]]|[（(]请[^）)]{0,12}填[^）)]{0,12}[）)]|^请(?:在此)?(?:填写|输入)|^(?:此处|在此)(?:填写|输入|说明)|^待(?:补充|填写|填报|完善|定)$/u;
/** 结合自评情况，说明……（200字以内）: an answer names no limit of its length. */
const limited =
  /^(?:结合|对照|针对|请|简要|简述|概述|说明|填写|描述|反映|围绕|根据)[^（(]{4,200}[（(](?:限|不超过|控制在)?\d+字(?:以内|以下|左右)?[）)]/u;
/** The same in the middle of instructions, which a note below the table may give to its readers. */
const instructions =
  /(?:说明|填写|描述|概述|阐述)[^。；;（(]{0,30}[（(](?:限|不超过|控制在)?\d+字(?:以内|以下|左右)?[）)]|^填(?:写|报|表)(?:说明|要求|提示)[:：]/u;

/** The words of a template in a text; null where there are none. */
export function promptIn(text: string): string | null {
  return slots.exec(text)?.[0] ?? limited.exec(text)?.[0] ?? null;
}

/** Whether a text is still that of the template, in a place where a person writes. */
export function isPrompt(text: string): boolean {
  return promptIn(text) !== null || instructions.test(text.trim());
}
