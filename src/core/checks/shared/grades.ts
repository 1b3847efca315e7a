/** The grade that a form states, and the one that points earn. */
import type { Exact } from '../../exact';
import type { Form } from '../../form/form';
import type { Rubric } from '../../rubric/rubric';
import type { Cell } from '../../sheet/sheetView';
import { withoutSpaces } from '../../signs';

const grade = /[“"']?(优秀?|良好?|中等?|较?差|一般|合格|不合格)/u;
/** 验收结论为合格 and 工程质量评定为优良 grade the work, not its performance. */
const ofWork = String.raw`(?<!(?:验收|检测|检验|监测|调查|测评|审计|鉴定|质量|工程|安全|信用|信誉)[^,，。；;]{0,4})`;
const named = '等级|等次|评级|级别|(?:自评|评价|绩效|综合)的?(?:结论|结果|评定)|^(?:结论|结果|评定)';
const stated = new RegExp(`${ofWork}(?:${named})(?:为|是|[:：])*${grade.source}`, 'u');
/** √中央资金 is no grade. */
const ticked = /[☑√■✔✓](优|良|中|差)(?:秀|好|等)?(?!\p{Script=Han})/u;

interface StatedGrade {
  readonly grade: string;
  readonly cell: Cell;
}

/** The one grade that a text states; null where it states none, or explains several. */
export function gradeToldIn(text: string): string | null {
  const words = withoutSpaces(text);
  const tick = ticked.exec(words)?.[1];
  if (tick !== undefined) return tick;
  const names = new Set(words.match(/优|良|中等|差/gu) ?? []);
  return names.size > 1 ? null : (stated.exec(words)?.[1] ?? null);
}

/** Where the form says its grade: in its head, in one note, or in a label and the cell beside it. */
export function statedGrade({ head, notes, total }: Form): StatedGrade | null {
  const inHead = head.grade && (gradeToldIn(head.grade.text) ?? gradeToldIn(`等级${head.grade.text}`));
  if (head.grade && inHead !== null) return { grade: inHead, cell: head.grade };
  const cells = total ? [total.label, ...notes] : notes;
  for (const [place, cell] of cells.entries()) {
    const own = gradeToldIn(cell.text);
    if (own !== null) return { grade: own, cell };
    const next = cells[place + 1];
    const isLabel = /(?:等级|等次|评级)[:：]?$/u.test(withoutSpaces(cell.text));
    const beside = isLabel && next ? gradeToldIn(`等级${next.text}`) : null;
    if (beside !== null && next) return { grade: beside, cell: next };
  }
  return null;
}

/** Other words for the grades of a scale of four. */
const otherWords = new Map([
  ['一般', '中'],
  ['较差', '差'],
]);

/** Whether a grade is another one than the points earned; a grade that the rubric does not have (合格) is of another scale. */
export function isOtherGrade(told: string, earned: string, { grades }: Rubric): boolean {
  const letter = otherWords.get(told) ?? told.charAt(0);
  return grades.some((one) => one.grade.startsWith(letter)) && !earned.startsWith(letter);
}

/** The grade of a rubric that so many points of the rubric's full mark earn; null below all of them. */
export function gradeEarned(points: Exact, { grades, total }: Rubric): string | null {
  const inHundred = total.eq(100) || total.lte(0) ? points : points.times(100).div(total);
  const best = [...grades].sort((left, right) => right.from.cmp(left.from)).find(({ from }) => inHundred.gte(from));
  return best?.grade ?? null;
}
