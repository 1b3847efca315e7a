/**
 * A note as its items: 1. of the execution rate, 2. of numbers, 3. of quality, 4. of grades. What one says of the rate or of
 * grades is no doubt about the rows, and what it says of the rate is the rate's own rule.
 *
 * Items keep their places: what is left out is blank, so that every clause still stands where it does in its cell.
 */

/** The parts of a note's text, each as long as the whole. */
export interface NoteItems {
  /** What is said of the execution rate alone, one text an item. */
  readonly execution: readonly string[];
  /** Everything else, without how grades are named. */
  readonly rest: string;
}

const itemStart =
  /(?:^|[\n。；;：:])[^\S\n]*(?:(?:\d{1,2}|[一二三四五六七八九])[.、．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])|\n/gu;
const ofRate = /执行率/u;
const ofRows = /定量|定性|指标值|目标值|完成值|满意度|成本|时效|产出|效益|总分|总得分/u;
const givesPoints = /[得扣计记]\s*\d|满分|不得分|[×*]|酌情/u;
const ofGrades =
  /(?:总分|总得分|综合得分|自评得分|自评结果|评价结果|等级).*(?:为|是|[:：])["“”]?(?:优|良|中|差|合格|不合格)/su;

/** An item from where it starts to where the next one does. */
function itemsOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  const starts = [...text.matchAll(itemStart)].map(({ index }) => index);
  const all = starts[0] === 0 ? starts : [0, ...starts];
  return all.map((from, place) => ({ from, to: all[place + 1] ?? text.length }));
}

const isOfRate = (item: string): boolean => ofRate.test(item) && givesPoints.test(item) && !ofRows.test(item);
const isOfGrades = (item: string): boolean => ofGrades.test(item) && !/定性|定量/u.test(item);

/** Takes a note apart. */
export function noteItemsOf(text: string): NoteItems {
  if (!ofRate.test(text) && !ofGrades.test(text)) return { execution: [], rest: text };
  const execution: string[] = [];
  let rest = '';
  for (const { from, to } of itemsOf(text)) {
    const item = text.slice(from, to);
    const blank = ' '.repeat(item.length);
    if (isOfRate(item)) execution.push(`${' '.repeat(from)}${item}${' '.repeat(text.length - to)}`);
    // The mark before a number ends the item above it.
    const mark = /^[\n。；;：:]/u.exec(item)?.[0] ?? '';
    rest += isOfRate(item) || isOfGrades(item) ? `${mark}${blank.slice(mark.length)}` : item;
  }
  return { execution, rest };
}
