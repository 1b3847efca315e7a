/** The part of a check for one row sees its row and what all rows share, and nothing of before. */
import { checks } from '../../../src/core/checks';
import { inReadingOrder, runChecks } from '../../../src/core/checks/runChecks';
import { noDocuments } from '../../../src/core/documents/documents';
import { exact } from '../../../src/core/exact';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { publishedForms } from '../../forms';
import { markedSheet } from '../../support/markedSheet';

const reviewed = publishedForms.flatMap(({ name, snapshot }) =>
  reviewSnapshot(snapshot).forms.map((report) => ({ ...report, name })),
);
const ofRows = checks.filter(({ find, findInRow }) => findInRow && !find);

test.each(ofRows)('$id finds in the rows of the published forms what it finds in each of them alone', (check) => {
  for (const { form, rubric, scores } of reviewed) {
    if (form.misalignment) continue;
    const documents = noDocuments;
    const together = runChecks([check], { form, rubric, scores, documents });
    const apart = scores.indicators.flatMap((row) =>
      runChecks([check], {
        ...{ rubric, documents },
        form: { ...form, indicators: [row.indicator] },
        scores: { ...scores, indicators: [row] },
      }),
    );
    expect(inReadingOrder(apart)).toEqual(together);
  }
});

test('a row that was looked at under one rubric is looked at again under another', () => {
  const { snapshot } = markedSheet(
    `
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| 产出指标 | 数量指标 | 新建蓄水池 | ≥10座 | 16座 | 50 | 50 | |
| 效益指标 | 社会效益指标 | 受益人数 | ≥100人 | 100人 | 50 | 50 | |
`.trim(),
  );
  const [report] = reviewSnapshot(snapshot).forms;
  if (!report) throw new Error('the form was not recognised');
  const { form, rubric, scores } = report;
  const found = (completionFrom: string): readonly string[] => {
    const strict = { ...rubric, reasons: { ...rubric.reasons, completionFrom: exact(completionFrom) } };
    return runChecks(checks, { form, scores, rubric: strict, documents: noDocuments }).map(({ check }) => check);
  };
  expect(found('1.5')).toContain('over-completion-explained');
  expect(found('2')).not.toContain('over-completion-explained');
  expect(found('1.5')).toContain('over-completion-explained');
});
