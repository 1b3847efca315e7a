/** A report on a sheet of its own: held against a form only where it is certainly about its project. */
import { joinDocuments } from '../../../src/core/documents/documents';
import { besideForms } from '../../../src/core/report/besideForms';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { snapshotOf } from '../../forms';
import { loweredForm } from '../../support/targetsBeside';

function saidBy(texts: readonly string[], otherProject?: string): readonly unknown[] {
  const form = reviewSnapshot(snapshotOf(loweredForm, { sheetName: '自评表' }));
  const report = reviewSnapshot(
    snapshotOf(
      texts.map((text) => [text]),
      { sheetName: '报告' },
    ),
  );
  const other = otherProject === undefined ? [] : [{ ...report.documents, narratives: [], projects: [otherProject] }];
  const [held] = besideForms(form, joinDocuments([form.documents, report.documents, ...other])).forms;
  return (held?.findings ?? [])
    .filter(({ check }) => check === 'narrative-agrees')
    .map(({ facts, message, severity }) => [severity, message, facts.place, facts.sentence]);
}

const title = '农村道路养护项目支出绩效自评报告';

test('a sentence is quoted with its cell, and the cell of the form is named', () => {
  expect(saidBy([title, '我单位认真组织。自评得分为98.5分，等级为优。'])).toEqual([
    ['P1', 'score', '报告!A2', '自评得分为98.5分,等级为优'],
  ]);
});

test.each([
  ['it says what the form says', [title, '满分100分，自评得分100分。'], undefined],
  ['it names another project', ['桥梁维修项目支出绩效自评报告', '自评得分为98.5分，等级为优。'], undefined],
  ['it speaks of another project too', [title, '桥梁维修自评得分为98.5分，等级为优。'], '桥梁维修'],
  ['the score of an indicator is spoken of', [title, '数量指标得分为38.5分，全部完成。'], undefined],
  ['the score of a part follows the word 自评', [title, '经自评，产出指标得分49.5分，效益指标得分30分。'], undefined],
  ['the score of the execution follows it', [title, '自评预算执行得分9.5分。'], undefined],
])('nothing is said where %s', (_, texts, other) => {
  expect(saidBy(texts, other)).toEqual([]);
});

test.each<readonly [string, string]>([
  ['共投入资金500万元，其中：中央资金300万元、省级资金150万元、县级资金100万元。', 'parts'],
  ['共投入资金500万元，其中：中央资金300万元、省级资金150万元。', 'parts'],
  ['工期2023年4月16日至2023年6月13日，共计95天。', 'days'],
  ['共设置数量、质量、时效、满意度4类指标。', 'dimension dimension'],
])('%s', (text, messages) => {
  expect(
    saidBy([title, text])
      .map((said) => (said as readonly string[])[1])
      .join(' '),
  ).toBe(messages);
});

test('parts that nobody says to be all of a sum may be less than it', () => {
  expect(saidBy([title, '共投入资金500万元，其中：设备购置300万元、人员培训50万元。'])).toEqual([]);
});
