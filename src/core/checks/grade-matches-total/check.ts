/** A grade that the form states must be the one that its total earns. */
import { plain } from '../../exact';
import type { Exact } from '../../exact';
import type { Form } from '../../form/form';
import type { Rubric } from '../../rubric/rubric';
import type { Cell } from '../../sheet/sheetView';
import { defineCheck } from '../defineCheck';

const grade = /[“"']?(优秀?|良好?|中等?|较?差|一般|合格|不合格)/u;
const stated = new RegExp(`(?:等级|等次|评级|级别|结论|结果|评定)(?:为|是|[:：])*${grade.source}`, 'u');
const ticked = /[☑√■✔✓](优|良|中|差)/u;

interface StatedGrade {
  readonly grade: string;
  readonly cell: Cell;
}

/** The one grade that a text states; null where it states none, or explains several. */
function gradeIn(text: string): string | null {
  const words = text.replace(/\s/gu, '');
  const tick = ticked.exec(words)?.[1];
  if (tick !== undefined) return tick;
  const names = new Set(words.match(/优|良|中等|差/gu) ?? []);
  return names.size > 1 ? null : (stated.exec(words)?.[1] ?? null);
}

/** Where the form says its grade: in its head, in one note, or in a label and the cell beside it. */
function statedGrade({ head, notes, total }: Form): StatedGrade | null {
  const inHead = head.grade && (gradeIn(head.grade.text) ?? gradeIn(`等级${head.grade.text}`));
  if (head.grade && inHead !== null) return { grade: inHead, cell: head.grade };
  const cells = total ? [total.label, ...notes] : notes;
  for (const [place, cell] of cells.entries()) {
    const own = gradeIn(cell.text);
    if (own !== null) return { grade: own, cell };
    const next = cells[place + 1];
    const isLabel = /(?:等级|等次|评级)[:：]?$/u.test(cell.text.replace(/\s/gu, ''));
    const beside = isLabel && next ? gradeIn(`等级${next.text}`) : null;
    if (beside !== null && next) return { grade: beside, cell: next };
  }
  return null;
}

function gradeOf(points: Exact, { grades, total }: Rubric): string | null {
  const inHundred = total.eq(100) || total.lte(0) ? points : points.times(100).div(total);
  const best = [...grades].sort((left, right) => right.from.cmp(left.from)).find(({ from }) => inHundred.gte(from));
  return best?.grade ?? null;
}

export const gradeMatchesTotal = defineCheck({
  id: 'grade-matches-total',
  severity: 'P0',
  scope: 'totals',
  yieldsTo: ['cell-without-error'],
  messages: { differs: ['stated', 'total', 'grade'] },

  find({ form, rubric, scores: { totals } }, report) {
    const found = statedGrade(form);
    const points = totals.statedScore ?? totals.sumOfScores;
    if (!found || !points) return;
    const isSame = (earned: string | null): boolean => earned === null || earned.startsWith(found.grade.charAt(0));
    // Where total and scores disagree, that is the finding; the grade of either will do.
    const earned = gradeOf(points, rubric);
    if (isSame(earned) || earned === null) return;
    if (totals.sumOfScores && isSame(gradeOf(totals.sumOfScores, rubric))) return;
    report('differs', {
      cells: [found.cell.ref],
      facts: { stated: found.grade, total: plain(points), grade: earned },
      found: found.grade,
      expected: earned,
    });
  },
});
