/** What a check says of many cells names them as people do: as ranges. */
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { createWords } from '../../../src/words';
import { markedSheet } from '../../support/markedSheet';

/** A form of so many rows; weight and score as the cells hold them. */
function formOf(rows: number, weight: string, score: string) {
  const lines = Array.from(
    { length: rows },
    (_, index) =>
      `| ${index === 0 ? '产出指标' : ''} | | 培训第${index + 1}批 | ≥9人 | 10人 | ${weight} | ${score} | |`,
  );
  return markedSheet(
    [
      '| 项目支出绩效自评表 |',
      '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |',
      ...lines,
      `| 总分 | < | < | < | < | ${rows * 5} | ${rows * 5} | |`,
    ].join('\n'),
  ).snapshot;
}

function toldOf(check: string, snapshot: ReturnType<typeof formOf>): readonly string[] {
  const words = createWords('zh-CN');
  return reviewSnapshot(snapshot)
    .forms.flatMap(({ findings }) => findings)
    .filter((finding) => finding.check === check)
    .map((finding) => words.findingText(finding).message);
}

test('twenty rows of texts are two columns of numbers stored as text', () => {
  expect(toldOf('number-not-text', formOf(20, "'5", "'5"))).toEqual(['有 40 个数字存成了文本：F3:G22。']);
});

test('errors are told with the cells that show them', () => {
  const told = toldOf('cell-without-error', formOf(6, '5', '#REF!'));
  expect(told).toEqual(['有 6 个单元格出错：G3:G8 #REF!。']);
});

test('slots that follow each other are one range', () => {
  const snapshot = markedSheet(
    [
      '| 项目支出绩效自评表 |',
      '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |',
      ...Array.from({ length: 4 }, (_, index) => `| | | 培训第${index}批 | ≥9人 | XX | 25 | 25 | |`),
      '| 总分 | < | < | < | < | 100 | 100 | |',
    ].join('\n'),
  ).snapshot;
  expect(toldOf('placeholder-left', snapshot)).toEqual(['有 4 处模板内容没有填写：E3:E6。']);
});
