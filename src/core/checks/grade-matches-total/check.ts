/** A grade that the form states must be the one that its total earns. */
import { plain } from '../../exact';
import { defineCheck } from '../defineCheck';
import { gradeEarned, isOtherGrade, statedGrade } from '../shared/grades';

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
    const isSame = (earned: string | null): boolean => earned === null || !isOtherGrade(found.grade, earned, rubric);
    // Where total and scores disagree, that is the finding; the grade of either will do.
    const earned = gradeEarned(points, rubric);
    if (isSame(earned) || earned === null) return;
    if (totals.sumOfScores && isSame(gradeEarned(totals.sumOfScores, rubric))) return;
    report('differs', {
      cells: [found.cell.ref],
      facts: { stated: found.grade, total: plain(points), grade: earned },
      found: found.grade,
      expected: earned,
    });
  },
});
