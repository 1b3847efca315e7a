/** Where a form stands is kept with it and on this machine, so that the next file of the form is held against the first. */
import { recogniseOwn } from '../../../src/papers/ownPaper';
import { stateOf } from '../../../src/core/report/formState';
import { passingPreferences } from '../../../src/review/memory/preferences';
import type { ReviewedSheet } from '../../../src/review/memory/reviewed';
import { createReviewer } from '../../../src/review/memory/reviewer';
import { valueOf } from '../../contracts/workbookContract';
import { formOf } from '../../core/decisions/decided';
import { nationalHeader } from '../../forms/nationalHeader';
import { createMemoryWorkbook } from '../../support/memoryWorkbook';
import { foreignSeal, ownSeal } from '../../support/ownSeal';
import { snapshotOf } from '../../forms';

const now = '2026-03-01T08:00:00.000Z';

const form = (score = 50, unit = '县公路局', project = '农村道路养护') => [
  ['2023年度项目支出绩效自评表'],
  ['项目名称', project, null, '实施单位', unit],
  nationalHeader,
  ['产出指标', '数量指标', '养护里程', '≥100公里', '80公里', 50, score, null],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '93%', 50, 50, null],
  ['总分', null, null, null, null, 100, 50 + score, null],
];

function open(rows: readonly (readonly unknown[])[], preferences = passingPreferences(), seal = ownSeal) {
  const workbook = createMemoryWorkbook([{ name: '自评表', rows: rows as (string | number | null)[][] }]);
  return { preferences, workbook, reviewer: createReviewer(workbook, preferences, recogniseOwn, seal, () => now) };
}
const fates = (sheet: ReviewedSheet) =>
  formOf(sheet).round?.points.map(({ fate, point }) => `${point.check} ${fate}`) ?? null;

async function returnedOnce() {
  const first = open(form());
  const sheet = valueOf(await first.reviewer.setState(valueOf(await first.reviewer.review()), 0, 'returned'));
  return { ...first, sheet };
}

test('a form that was returned is held against it, in its workbook and in another file of the same form', async () => {
  const { preferences, sheet, workbook } = await returnedOnce();
  expect(stateOf(formOf(sheet))).toMatchObject({ state: 'returned', at: now, returned: { at: now } });
  expect(fates(sheet)).toContain('score-matches-rule unchanged');
  expect(valueOf(await workbook.recall('decisions'))).toContain('returned');
  const again = open(form(40), preferences);
  const second = valueOf(await again.reviewer.review());
  expect(fates(second)).toContain('score-matches-rule mended');
  const all = valueOf(
    await again.reviewer.reviewAll(
      () => undefined,
      () => false,
    ),
  );
  expect(fates(valueOf(all.sheets[0]!.report) as ReviewedSheet)).toEqual(fates(second));
});

test('another unit, another project and another installation know nothing of it', async () => {
  const { preferences } = await returnedOnce();
  for (const [rows, seal] of [
    [form(50, '县水利局'), ownSeal],
    [form(50, ''), ownSeal],
    [form(50, '县公路局', '农村饮水'), ownSeal],
    [form(), foreignSeal],
  ] as const) {
    expect(fates(valueOf(await open(rows, preferences, seal).reviewer.review()))).toBeNull();
  }
});

test('this machine keeps no word of the form, and forgets what is taken back', async () => {
  const { preferences, reviewer, sheet } = await returnedOnce();
  expect(preferences.get('states')).not.toMatch(/[\u4e00-\u9fff]/u);
  const undone = valueOf(await reviewer.setState(sheet, 0, null));
  expect([stateOf(formOf(undone)), preferences.get('states')]).toEqual([null, null]);
});

test('the state of the next round is said anew, and what was returned stays to be compared', async () => {
  const { reviewer, sheet } = await returnedOnce();
  const seen = valueOf(await reviewer.setState(sheet, 0, 'seen'));
  expect([stateOf(formOf(seen))?.state, fates(seen)]).toEqual(['seen', fates(sheet)]);
});

test('the first file itself is a record; a file about something else is none', async () => {
  const { reviewer } = open(form(40));
  const sheet = valueOf(await reviewer.review());
  expect(fates(sheet)).toBeNull();
  const compared = valueOf(await reviewer.takeFirstRound(sheet, [snapshotOf(form())]));
  expect(fates(compared!)).toContain('score-matches-rule mended');
  const other = valueOf(await reviewer.takeFirstRound(sheet, [snapshotOf(form(50, '县公路局', '农村饮水'))]));
  expect(other).toBeNull();
});
