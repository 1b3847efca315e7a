import { chooseEdits } from '../../../src/core/report/chooseEdits';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { toA1 } from '../../../src/core/sheet/cellRef';
import { publishedForm } from '../../forms';
import { markedSheet } from '../../support/markedSheet';

const header = '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |';

function planOf(...rows: readonly string[]) {
  const report = reviewSnapshot(markedSheet([header, ...rows].join('\n')).snapshot).forms[0];
  if (!report) throw new Error('the fixture is no form');
  return report.plan;
}

const written = (plan: ReturnType<typeof planOf>, ids: readonly string[] = plan.edits.map(({ id }) => id)) =>
  Object.fromEntries(chooseEdits(plan, new Set(ids)).map(({ after, cell }) => [toA1(cell), after]));

const missed = '| 产出指标 | 数量指标 | 就餐人数 | =20人 | 17人 | 50 | 50 | |';
const empty = '| 效益指标 | 社会效益指标 | 受益人数 | ≥500人 | 500人 | 30 | | |';
const right = '| 满意度指标 | 满意度指标 | 群众满意度 | ≥95% | 98% | 20 | 20 | |';

test('wrong and empty scores get the computed one, and the total follows', () => {
  const plan = planOf(missed, empty, right, '| 总分 | < | < | < | < | 100 | 70 | |');
  expect(written(plan)).toMatchObject({ G2: 42.5, G3: 30, G5: 92.5 });
  expect(Object.keys(written(plan))).not.toContain('G4');
});

test('an unticked score leaves a total that still adds up', () => {
  const plan = planOf(missed, empty, right, '| 总分 | < | < | < | < | 100 | 70 | |');
  const without = plan.edits.map(({ id }) => id).filter((id) => id !== 'score:G2');
  expect(written(plan, without)).toMatchObject({ G3: 30, G5: 100 });
});

test('formulas are never in the plan, neither scores nor totals', () => {
  const plan = planOf(
    missed.replace('| 50 | 50 |', '| 50 | =F2*1→50 |'),
    empty,
    right,
    '| 总分 | < | < | < | < | 100 | =SUM(G2:G4)→70 | |',
  );
  const cells = Object.keys(written(plan));
  expect(cells).toContain('G3');
  expect(cells).not.toContain('G2');
  expect(cells).not.toContain('G5');
});

test('a lost mark without a reason gets a draft that names its figures and leaves slots', () => {
  const plan = planOf(missed, right, '| 总分 | < | < | < | < | 70 | 70 | |');
  const note = String(written(plan).H2);
  expect(note).toContain('就餐人数');
  expect(note).toContain('17人');
  expect(note).toContain('42.5');
  expect(note.match(/【需填写】/gu)).toHaveLength(2);
});

const reasoned = (reason: string) =>
  planOf(
    missed.replace('| 50 | 50 |', '| 50 | 42.5 |').replace(/\| \|$/u, `| ${reason} |`),
    right,
    '| 总分 | < | < | < | < | 70 | 70 | |',
  );
const noteIn = (plan: ReturnType<typeof planOf>) => plan.edits.find(({ kind }) => kind === 'note');

test('a draft for an empty cell is recommended', () => {
  expect(noteIn(reasoned(''))).toMatchObject({ recommended: true, because: { key: 'note' } });
});

test('words that a user wrote stay, and a note goes below them only where a check questions them; never recommended', () => {
  expect(noteIn(reasoned('食堂维修停业两个月，下年加强统筹安排，按月跟踪就餐人数'))).toBeUndefined();
  const questioned = noteIn(reasoned('无'));
  expect(questioned).toMatchObject({ recommended: false, because: { key: 'note-below' }, before: { value: '无' } });
  expect(String(questioned?.after)).toMatch(/^无\n复核提示：就餐人数：/u);
});

test('two rows never get the same note', () => {
  const plan = planOf(missed, missed.replace('就餐人数', '就餐次数'), right);
  const notes = plan.edits.filter(({ kind }) => kind === 'note').map(({ after }) => after);
  expect(notes).toHaveLength(2);
  expect(new Set(notes).size).toBe(2);
});

test('a clean form yields an empty plan', () => {
  const plan = planOf(
    missed.replace('| 50 | 50 |', '| 50 | 42.5 |').replace(/\| \|$/u, '| 有人离职，下年如实申报 |'),
    right.replace('| 20 | 20 |', '| 50 | 50 |'),
    '| 总分 | < | < | < | < | 100 | 92.5 | |',
  );
  expect(plan.edits).toEqual([]);
});

test('every cell is marked once, under its gravest severity', () => {
  const plan = planOf(missed, missed, right, '| 总分 | < | < | < | < | 100 | 70 | |');
  const marked = plan.marks.flatMap(({ cells }) => cells.map(toA1));
  expect(new Set(marked).size).toBe(marked.length);
  expect(plan.marks.find(({ severity }) => severity === 'P0')?.cells.map(toA1)).toContain('G2');
});

test('a number that stands as text in a cell formatted as text is as right as it can be', () => {
  const { snapshot } = markedSheet([header, missed, right].join('\n'));
  const asText = (format: string) => {
    const scoreAsText = <T>(rows: readonly (readonly T[])[]) =>
      rows.map((row, index) => row.map((held, column) => (index === 1 && column === 6 ? '42.5' : held)));
    const [values, text] = [scoreAsText(snapshot.values), scoreAsText(snapshot.text)];
    const numberFormats = snapshot.numberFormats.map((row) =>
      row.map((_, column) => (column === 6 ? format : 'General')),
    );
    const report = reviewSnapshot({ ...snapshot, values, text, numberFormats }).forms[0];
    return report?.plan.edits.map(({ id }) => id) ?? [];
  };
  expect(asText('General')).toContain('score:G2');
  expect(asText('@')).not.toContain('score:G2');
});

function reportOf(...rows: readonly string[]) {
  const report = reviewSnapshot(markedSheet([header, ...rows].join('\n')).snapshot).forms[0];
  if (!report) throw new Error('the fixture is no form');
  return report;
}

test('where a row has several readings each is a choice with its premise, and none is ticked', () => {
  const open = '| 产出指标 | 时效指标 | 建设工期 | 12个月 | 14个月 | 50 | 30 | 雨季停工，今后抢抓工期 |';
  const { plan } = reportOf(
    open,
    empty.replace('| 30 | |', '| 30 | 30 |'),
    right,
    '| 总分 | < | < | < | < | 100 | 80 | |',
  );
  const choices = plan.edits.filter(({ kind }) => kind === 'score');
  expect(
    choices.map(({ after, premises, recommended }) => [after, premises?.map(({ choice }) => choice), recommended]),
  ).toEqual([
    [42.86, ['reverse'], false],
    [50, ['positive'], false],
  ]);
  // Both picked: a cell holds one value, and the total follows from it.
  expect(written(plan)).toEqual({ G2: 42.86, G5: 92.86 });
});

test('there is no total while weights do not add up or a score is missing, and it says why', () => {
  const total = '| 总分 | < | < | < | < | 100 | 60 | |';
  const short = reportOf(missed, right, total);
  expect([short.totalWithheld, short.plan.edits.some(({ kind }) => kind === 'total')]).toEqual(['weights', false]);
  const quality = '| 效益指标 | 社会效益指标 | 环境 | 明显改善 | 明显改善 | 30 | | |';
  const holed = reportOf(missed, quality, right, total);
  expect([holed.totalWithheld, holed.plan.edits.some(({ kind }) => kind === 'total')]).toEqual([
    'scores-missing',
    false,
  ]);
});

test('a total above the full mark is never written', () => {
  const plan = planOf(missed, empty, right, '| 总分 | < | < | < | < | 100 | 70 | |');
  expect(
    chooseEdits({ ...plan, mostTotal: '90' }, new Set(plan.edits.map(({ id }) => id))).map(({ kind }) => kind),
  ).not.toContain('total');
});

test('the plan says what it would raise: in 食堂经费 a cost that is met lifts the points far above the money spent', () => {
  const [report] = reviewSnapshot(publishedForm('canteen-2023').snapshot).forms;
  expect(
    report?.plan.edits.filter(({ kind }) => kind === 'score').map(({ after, cell }) => [toA1(cell), after]),
  ).toEqual([['I17', 20]]);
  expect(report?.raises.map(({ cells, check, severity }) => [severity, check, cells.map(toA1)])).toEqual([
    ['P1', 'score-rate-near-execution-rate', ['I7']],
  ]);
});
