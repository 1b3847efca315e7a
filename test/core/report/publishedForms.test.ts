/** Every published form with an expectation: sums, what must be said, what must not, and no P0 that is not right. */
import type { Finding } from '../../../src/core/checks/finding';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { toA1 } from '../../../src/core/sheet/cellRef';
import { publishedForms } from '../../forms';
import type { ReviewExpectation } from '../../forms/formFixture';

type Said = ReviewExpectation['says'][number];

const isAbout = ({ any, cell }: Said, finding: Finding): boolean =>
  any.includes(finding.check) && finding.cells.some((ref) => cell.includes(toA1(ref)));
const named = ({ cells, check, severity }: Finding): string => `${severity} ${check} ${cells.map(toA1).join(' ')}`;

const reviewed = publishedForms.flatMap(({ name, review, snapshot }) => {
  const [report] = reviewSnapshot(snapshot).forms;
  return review && report ? [{ name, review, report }] : [];
});

test('every published form has expectations written by hand', () => {
  expect(reviewed).toHaveLength(publishedForms.length);
});

describe.each(reviewed)('$name', ({ report, review }) => {
  const { findings, scores } = report;

  test('adds up as a person finds', () => {
    const { computedScore, statedScore, sumOfScores, weight } = scores.totals;
    const totals = { weight, statedScore, sumOfScores, computedScore };
    for (const [key, value] of Object.entries(review.totals))
      expect([key, totals[key as keyof typeof totals]?.toNumber()]).toEqual([key, value]);
  });

  test('says what must be said, but for what is known to be wanting', () => {
    const missing = review.says.filter((said) => !findings.some((finding) => isAbout(said, finding)));
    expect(missing.filter(({ isWanting }) => !isWanting)).toEqual([]);
    for (const said of review.says) {
      if (said.expected === undefined || said.isWanting) continue;
      const found = findings.find((finding) => isAbout(said, finding));
      expect(Number(found?.expected)).toBe(said.expected);
    }
  });

  test('says nothing that must not be said', () => {
    const said = findings.filter(({ cells, check, severity }) =>
      review.never.some(
        (ban) =>
          (ban.check === undefined || ban.check === check) &&
          (ban.severity === undefined || ban.severity === severity) &&
          (ban.cell === undefined || cells.some((ref) => toA1(ref) === ban.cell)),
      ),
    );
    expect(said.map(named)).toEqual([]);
  });

  test('accuses of nothing, but for what is known to be false, that a reviewer would not stand for', () => {
    const accusations = findings.filter(
      (finding) =>
        finding.severity === 'P0' &&
        !review.says.some((said) => isAbout(said, finding)) &&
        !review.falseToday?.some(({ cell, check }) => isAbout({ any: [check], cell: [cell] }, finding)),
    );
    expect(accusations.map(named)).toEqual([]);
  });
});
