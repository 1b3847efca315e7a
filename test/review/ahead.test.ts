/** A review that was done ahead is taken over only where it is the review that would be done now. */
import { profileById } from '../../src/core/rubric/profiles';
import { recogniseOwn } from '../../src/papers/ownPaper';
import type { Outcome } from '../../src/port/workbook';
import type { WaitForIdle } from '../../src/review/ahead';
import { passingPreferences } from '../../src/review/memory/preferences';
import type { ReviewedSheet } from '../../src/review/memory/reviewed';
import { createReviewer, type Reviewer } from '../../src/review/memory/reviewer';
import { nationalHeader } from '../forms/nationalHeader';
import { createMemoryWorkbook, type MemoryWorkbook } from '../support/memoryWorkbook';
import { ownSeal } from '../support/ownSeal';
import { approvedTargets, loweredForm } from '../support/targetsBeside';

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.fault.kind);
  return outcome.value;
}

const open = (): MemoryWorkbook =>
  createMemoryWorkbook([
    {
      name: '自评表',
      rows: [
        ['项目支出绩效自评表'],
        nationalHeader,
        ['产出指标', '数量指标', '培训人数', '≥100人', '100人', 50, 50, null],
        ['效益指标', '社会效益指标', '受益人数', '≥500人', '400人', 30, 24, null],
        ['满意度指标', '服务对象满意度指标', '群众满意度', '≥95%', '98%', 19, 19, null],
        ['总分', null, null, null, null, 99, 93, null],
      ],
    },
    { name: '另一张', rows: [['说明']] },
  ]);
const reviewerOf = (workbook: MemoryWorkbook): Reviewer =>
  createReviewer(workbook, passingPreferences(), recogniseOwn, ownSeal, () => '2026-03-01T08:00:00.000Z');

/** Turns that are over after one step, at most so many; counts them. */
function turns(most = Infinity): { readonly wait: WaitForIdle; taken: number } {
  const counted = {
    taken: 0,
    wait: () => {
      if (counted.taken >= most) return new Promise<never>(() => undefined);
      counted.taken += 1;
      return Promise.resolve({ isOver: () => true });
    },
  };
  return counted;
}

const ids = ({ forms }: ReviewedSheet): readonly string[] =>
  forms.flatMap(({ findings }) => findings.map(({ check }) => check));

/** As somebody would see it who never looked ahead. */
const anew = async (workbook: MemoryWorkbook): Promise<unknown> => valueOf(await reviewerOf(workbook).review());

test('is done in many small steps, and not a second time where nothing changed', async () => {
  const workbook = open();
  const reviewer = reviewerOf(workbook);
  const first = turns();
  const ahead = await reviewer.lookAhead(first.wait);
  expect(first.taken).toBeGreaterThan(50);
  expect(ahead).toEqual(await anew(workbook));
  expect(valueOf(await reviewer.review())).toEqual(await anew(workbook));
  const second = turns();
  await reviewer.lookAhead(second.wait);
  // One, to find that it is still so.
  expect(second.taken).toBe(1);
});

test.each([1, 2, 5, 20, 45])('broken off after %s turns, the rest is done when it is asked for', async (most) => {
  const workbook = open();
  const reviewer = reviewerOf(workbook);
  void reviewer.lookAhead(turns(most).wait);
  // Ten turns of promises for each turn of work.
  for (let turn = 0; turn < most * 10 + 100; turn += 1) await Promise.resolve();
  expect(valueOf(await reviewer.review())).toEqual(await anew(workbook));
});

test('what was typed since is reviewed, what was taken back again too', async () => {
  const workbook = open();
  const reviewer = reviewerOf(workbook);
  await reviewer.lookAhead(turns().wait);
  workbook.typeInto('自评表', 'G3', 40);
  const changed = valueOf(await reviewer.review());
  expect(changed).toEqual(await anew(workbook));
  expect(changed.forms[0]!.scores.indicators[0]!.indicator.score).toMatchObject({ kind: 'number' });
  expect(changed.forms[0]!.findings.map(({ facts }) => facts['score'])).toContain('40');
  workbook.typeInto('自评表', 'G3', 50);
  expect(valueOf(await reviewer.review())).toEqual(await anew(workbook));
});

test('what is typed while it is being done makes no mixture', async () => {
  const workbook = open();
  const reviewer = reviewerOf(workbook);
  const counted = turns();
  const wait: WaitForIdle = () => {
    if (counted.taken === 30) workbook.typeInto('自评表', 'G4', 30);
    return counted.wait();
  };
  await reviewer.lookAhead(wait);
  expect(valueOf(await reviewer.review())).toEqual(await anew(workbook));
});

test('rules that were chosen and findings that were accepted since count', async () => {
  const workbook = open();
  const reviewer = reviewerOf(workbook);
  await reviewer.lookAhead(turns().wait);
  const before = valueOf(await reviewer.review());
  await reviewer.lookAhead(turns().wait);
  await reviewer.accept(before, 0, before.forms[0]!.findings[0]!, '按县里文件');
  const accepted = valueOf(await reviewer.review());
  expect(accepted.forms[0]!.accepted).toHaveLength(1);
  expect(accepted).toEqual(await anew(workbook));
  await reviewer.lookAhead(turns().wait);
  await reviewer.chooseRubric(profileById('huaiyuan-2023'));
  const chosen = valueOf(await reviewer.review());
  expect(chosen.forms[0]!.rubricChoice).toBe('chosen');
  expect(chosen).toEqual(await anew(workbook));
});

test('what stands on other sheets is read anew as well', async () => {
  const workbook = createMemoryWorkbook([
    { name: '自评表', rows: loweredForm },
    { name: '目标表', rows: approvedTargets },
  ]);
  const reviewer = reviewerOf(workbook);
  await reviewer.lookAhead(turns().wait);
  const before = valueOf(await reviewer.review());
  expect(before).toEqual(await anew(workbook));
  expect(ids(before)).toContain('targets-as-approved');
  workbook.typeInto('目标表', 'D4', '≥100公里');
  const after = valueOf(await reviewer.review());
  expect(ids(after)).not.toContain('targets-as-approved');
  expect(after).toEqual(await anew(workbook));
});

test('another sheet than the one looked at is reviewed as it is', async () => {
  const workbook = open();
  const reviewer = reviewerOf(workbook);
  await reviewer.lookAhead(turns().wait);
  const [, second] = valueOf(await workbook.sheets());
  const other = valueOf(await reviewer.review(second!.id));
  expect(other.sheetName).toBe('另一张');
  expect(other).toEqual(valueOf(await reviewerOf(workbook).review(second!.id)));
  expect(valueOf(await reviewer.review())).toEqual(await anew(workbook));
});

test('a review that is asked for meanwhile ends the work ahead', async () => {
  const workbook = open();
  const reviewer = reviewerOf(workbook);
  const counted = turns();
  let asked: Promise<unknown> = Promise.resolve();
  const looking = reviewer.lookAhead(() => {
    if (counted.taken === 5) asked = reviewer.review();
    return counted.wait();
  });
  await Promise.all([looking, asked]);
  await asked;
  expect(counted.taken).toBeLessThan(10);
});

test('a workbook that cannot be read just now is left alone, and reading it is nobody’s failure', async () => {
  const workbook = open();
  const reviewer = reviewerOf(workbook);
  workbook.failNext({ kind: 'cell-being-edited' }, 'read');
  await reviewer.lookAhead(turns().wait);
  expect(workbook.calls()).toEqual(['read']);
  expect(valueOf(await reviewer.review())).toEqual(await anew(workbook));
});
