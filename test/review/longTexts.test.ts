/** Where somebody waits, a sheet of very long texts is refused with a sentence, and what is not refused does not take long. */
import { recogniseOwn } from '../../src/papers/ownPaper';
import { reviewSnapshot } from '../../src/core/report/reviewSnapshot';
import { isTooLongToWaitFor } from '../../src/review/longTexts';
import { passingPreferences } from '../../src/review/memory/preferences';
import { createReviewer } from '../../src/review/memory/reviewer';
import { reviewWorkbook } from '../../src/review/reviewWorkbook';
import { bigForm } from '../bench/bigForm';
import { valueOf } from '../contracts/workbookContract';
import { nationalHeader } from '../forms/nationalHeader';
import { createMemoryWorkbook, type DescribedCell } from '../support/memoryWorkbook';
import { cpuTime } from '../support/cpuTime';
import { ownSeal } from '../support/ownSeal';

const rows = (text: string): readonly (readonly DescribedCell[])[] => [
  ['项目支出绩效自评表'],
  nationalHeader,
  ...Array.from({ length: 40 }, (_, place) => [
    ...['产出指标', '数量指标', `培训第${place + 1}批`, '≥100人', '100人', 2.5, 2.5],
    text,
  ]),
];

test('one sheet of long texts is refused by name, the others of the workbook are reviewed', async () => {
  const workbook = createMemoryWorkbook([
    { name: '长', rows: rows('甲'.repeat(32_767)) },
    { name: '短', rows: rows('因天气原因延后。') },
  ]);
  const reviewer = createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, () => '');
  const [long, short] = valueOf(await workbook.sheets());
  expect(await reviewer.review(long?.id)).toEqual({ ok: false, fault: { kind: 'texts-too-long', sheet: '长' } });
  expect((await reviewer.review(short?.id)).ok).toBe(true);
  const { sheets } = valueOf(await reviewWorkbook(workbook));
  expect(sheets.map(({ report }) => (report.ok ? report.value.forms.length : report.fault))).toEqual([
    { kind: 'texts-too-long', sheet: '长' },
    1,
  ]);
});

test.each([
  ['of rule texts', (place: number) => `完成率≥${80 + (place % 20)}%得满分，每低1个百分点扣0.5分，低于60%不得分；`],
  ['of open brackets and figures', (place: number) => `${place}（甲`],
])('as much text as is let through takes some seconds of work: %s', (_name, piece) => {
  const form = bigForm(200);
  const at = form.text.length - 1;
  const grow = (shown: string, row: number): string =>
    shown.length > 3 && row > 8 && row < at ? `${shown}${piece(row).repeat(1_200).slice(0, 1_190)}` : shown;
  const text = form.text.map((line, row) => line.map((shown) => grow(shown, row)));
  const values = form.values.map((line, row) =>
    line.map((value) => (typeof value === 'string' ? grow(value, row) : value)),
  );
  const snapshot = { ...form, text, values };
  const length = text.flat().reduce((sum, shown) => sum + shown.length, 0);
  expect(length).toBeGreaterThan(900_000);
  expect(isTooLongToWaitFor(snapshot)).toBe(false);
  const milliseconds = cpuTime(() => {
    expect(reviewSnapshot(snapshot).forms).toHaveLength(1);
  });
  expect(milliseconds).toBeLessThan(8_000);
});
