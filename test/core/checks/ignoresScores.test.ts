/** A check that says that it ignores scores finds the same whatever scores and reasons are written: a plan relies on it. */
import { checks } from '../../../src/core/checks';
import { type Check, type Examined, settingOf } from '../../../src/core/checks/defineCheck';
import { noDocuments } from '../../../src/core/documents/documents';
import type { CellReading, Form } from '../../../src/core/form/form';
import { afterEdits } from '../../../src/core/report/afterEdits';
import type { Edit } from '../../../src/core/report/edit';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { scoresAfter } from '../../../src/core/score/scoreForm';
import type { Cell } from '../../../src/core/sheet/sheetView';
import { familyForms, publishedForms } from '../../forms';

const points = [0, 1, 2, 5, 10, 100, 8.5, -3];
const reasons = ['受汛期影响，下一步加强调度。', '无', '实际完成3个', '逾期5天', ''];
const at = <Item>(items: readonly Item[], place: number): Item => items[place % items.length] as Item;

/** Every score and reason of a form written anew; each turn writes others. */
function rewritten(form: Form, turn: number): Form {
  const edits: Edit[] = [];
  const put = (cell: Cell | null | undefined, after: string | number): void => {
    if (!cell) return;
    const { formula, numberFormat, ref, value } = cell;
    const before = { value, formula, numberFormat };
    const because = { key: 'test', facts: {} };
    edits.push({
      id: '',
      kind: 'score',
      cell: ref,
      before,
      after,
      because,
      indicator: null,
      gain: null,
      recommended: true,
    });
  };
  const score = (reading: CellReading | null | undefined, place: number): void => {
    put(reading?.cell, at(points, place + turn));
  };
  form.indicators.forEach((row, place) => {
    score(row.score, place * 3);
    put(row.reason, at(reasons, place + turn));
  });
  form.subtotals.forEach((row, place) => {
    score(row.score, place);
  });
  score(form.budget?.score, 0);
  score(form.total?.score, 3);
  return afterEdits(form, edits);
}

/** What a check by itself finds, and where. */
function foundBy(check: Check, examined: Examined): readonly string[] {
  const found: string[] = [];
  const report = (...told: Parameters<Parameters<NonNullable<Check['find']>>[1]>): void => {
    found.push(JSON.stringify(told));
  };
  for (const row of examined.scores.indicators) check.findInRow?.(row, settingOf(examined), report);
  check.find?.(examined, report);
  return found;
}

const forms = [...publishedForms, ...familyForms].flatMap(({ snapshot }) => reviewSnapshot(snapshot).forms);
const pairs = forms.flatMap(({ form, rubric, scores }) =>
  points.map((_, turn) => {
    const after = rewritten(form, turn);
    const documents = noDocuments;
    const again = { form: after, rubric, scores: scoresAfter(after, rubric, scores), documents };
    return [{ form, rubric, scores, documents }, again] as const;
  }),
);
const changed = (check: Check): number =>
  pairs.filter(([before, after]) => foundBy(check, before).join() !== foundBy(check, after).join()).length;

const ignoring = checks.filter(({ ignoresScores }) => ignoresScores);

test('writing scores changes what other checks find', () => {
  const others = checks.filter(({ id }) => ['scores-reach-total', 'reason-given', 'score-within-weight'].includes(id));
  expect(others.map(changed).every((count) => count > 50)).toBe(true);
});

test.each(ignoring)('$id finds the same whatever scores and reasons are written', (check) => {
  expect(pairs.some(([before]) => foundBy(check, before).length > 0)).toBe(true);
  expect(changed(check)).toBe(0);
});

test.each(ignoring)('what hides a finding of $id does not change with the scores either', ({ scope, yieldsTo }) => {
  const hiding = checks.filter(({ id }) => yieldsTo.includes(id));
  expect(['indicators', 'totals']).toContain(scope);
  expect(hiding.filter(({ id, ignoresScores }) => !ignoresScores && id !== 'cell-without-error')).toEqual([]);
});
