/** A sheet that is reviewed again is reviewed as if it had never been seen: what is kept never changes what is found. */
import { basisOf } from '../../../src/core/decisions/basis';
import type { Decision } from '../../../src/core/decisions/decision';
import { readsAgain } from '../../../src/core/form/readAgain';
import { explain } from '../../../src/core/report/explained';
import { type ReviewChoices, reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import { profiles } from '../../../src/core/rubric/profiles';
import type { Snapshot } from '../../../src/core/sheet/snapshot';
import { SheetDraft } from '../../bench/faults/sheetDraft';
import { familyForms, publishedForms } from '../../forms';

const forms = [...publishedForms, ...familyForms];

/** Reviews the sheet as it is read again after `earlier`, and as it would be if it had not been read before. */
function expectAsIfNeverSeen(read: Snapshot, earlier: Snapshot, choices: ReviewChoices = {}): Snapshot {
  const neverSeen = JSON.stringify(reviewSnapshot(structuredClone(read), choices));
  const again = structuredClone(read);
  readsAgain(again, earlier);
  // Compared as one truth: what differs would fill pages.
  expect(JSON.stringify(reviewSnapshot(again, choices)) === neverSeen).toBe(true);
  return again;
}

test.each(forms)('$name, after one cell after the other was changed', ({ snapshot }) => {
  const { area } = snapshot;
  if (!area) throw new Error('the form has no cells');
  reviewSnapshot(snapshot);
  let last = snapshot;
  const draft = new SheetDraft(snapshot);
  for (let row = area.top; row <= area.bottom; row += 11) {
    const column = area.left + ((row * 5) % (area.right - area.left + 1));
    draft.set({ row, column }, row % 2 === 0 ? 3.5 : `第${String(row)}行改过，完成率90%`);
    last = expectAsIfNeverSeen(draft.snapshot(), last);
  }
  expectAsIfNeverSeen(snapshot, last);
});

test.each(forms)('$name, after a row was put in above', ({ snapshot }) => {
  reviewSnapshot(snapshot);
  const down = <Row>(rows: readonly Row[], empty: Row): readonly Row[] => [empty, ...rows];
  const { area } = snapshot;
  if (!area) throw new Error('the form has no cells');
  const width = area.right - area.left + 1;
  const moved: Snapshot = {
    ...snapshot,
    area: { ...area, bottom: area.bottom + 1 },
    values: down(snapshot.values, Array<null>(width).fill(null)),
    text: down(snapshot.text, Array<string>(width).fill('')),
    formulas: down(snapshot.formulas, Array<null>(width).fill(null)),
    numberFormats: down(snapshot.numberFormats, Array<string>(width).fill('General')),
    merges: snapshot.merges.map((merge) => ({ ...merge, top: merge.top + 1, bottom: merge.bottom + 1 })),
    hiddenRows: snapshot.hiddenRows.map((row) => row + 1),
  };
  expectAsIfNeverSeen(moved, snapshot);
});

test.each(forms)('$name, under one rubric and then another', ({ snapshot }) => {
  let last = snapshot;
  for (const rubric of [...profiles.slice(0, 3), undefined])
    last = expectAsIfNeverSeen(snapshot, last, rubric ? { rubric } : {});
});

test.each(forms)('$name, with decisions, with others, and without', ({ snapshot }) => {
  const decisions: Decision[] = reviewSnapshot(snapshot).forms.flatMap(
    ({ findings, form, key, scores }): Decision[] => [
      ...findings.map((finding) => explain(key, finding, '已有说明', '')),
      ...form.indicators.map((row): Decision => {
        return { kind: 'score', at: '', form: key, indicator: row.key, score: '1', reason: '核', basis: basisOf(row) };
      }),
      ...scores.indicators.map(({ indicator, rule }): Decision => {
        return rule.source === 'form'
          ? { kind: 'rule', at: '', text: rule.text, means: '按完成率得分' }
          : { kind: 'opinion', at: '', form: key, indicator: indicator.key, opinion: '请补充' };
      }),
      ...scores.indicators.map(({ indicator }): Decision => {
        const choice = { about: 'direction', choice: 'reverse', facts: {} } as const;
        return { kind: 'premise', at: '', form: key, indicator: indicator.key, ...choice };
      }),
    ],
  );
  let last = snapshot;
  for (const kind of ['score', 'explained', 'rule', 'premise'] as const)
    last = expectAsIfNeverSeen(snapshot, last, { decisions: decisions.filter((decision) => decision.kind === kind) });
  last = expectAsIfNeverSeen(snapshot, last, { decisions });
  expectAsIfNeverSeen(snapshot, last);
});
