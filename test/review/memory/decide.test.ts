/** Decisions are kept signed, one by one; what contradicts or has no effect is refused, what others decided is an offer. */
import fc from 'fast-check';
import { decisionRecord, readDecision } from '../../../src/core/decisions/decisionRecord';
import type { Decision } from '../../../src/core/decisions/decision';
import { ruleKey } from '../../../src/core/decisions/formDecisions';
import { recogniseOwn } from '../../../src/papers/ownPaper';
import { passingPreferences } from '../../../src/review/memory/preferences';
import { createReviewer, type WantedDecision } from '../../../src/review/memory/reviewer';
import type { ReviewedSheet } from '../../../src/review/memory/reviewed';
import type { Seal } from '../../../src/review/memory/seal';
import { valueOf } from '../../contracts/workbookContract';
import { formOf, review, rowOf, rows, scoreDecision, sheetText, unreadRule } from '../../core/decisions/decided';
import { markedSheet } from '../../support/markedSheet';
import { createMemoryWorkbook } from '../../support/memoryWorkbook';
import { foreignSeal, ownSeal } from '../../support/ownSeal';

const now = '2026-03-01T08:00:00.000Z';

function open(rows?: readonly string[], preferences = passingPreferences()) {
  const { text, values } = markedSheet(sheetText(rows ? { rows } : {})).snapshot;
  const lines = values.map((line, row) =>
    line.map((value, column) => (typeof value === 'number' ? value : (text[row]?.[column] ?? null))),
  );
  const workbook = createMemoryWorkbook([{ name: '自评表', rows: lines }]);
  const reviewerOf = (seal: Seal) => createReviewer(workbook, preferences, recogniseOwn, seal, () => now);
  return { workbook, reviewerOf };
}

const score = (sheet: ReviewedSheet, points: string): WantedDecision =>
  scoreDecision(formOf(sheet), '服务能力', points);
const scoreOf = (sheet: ReviewedSheet) =>
  formOf(sheet)
    .scores.indicators.find(({ indicator }) => indicator.name.text === '服务能力')!
    .computed?.toFixed() ?? null;

test('a decision is kept with its time, honoured by every review after it, and taken back alone', async () => {
  const { reviewerOf, workbook } = open();
  const reviewer = reviewerOf(ownSeal);
  const before = valueOf(await reviewer.review());
  const kept = valueOf(await reviewer.decide(before, score(before, '16')));
  if (kept.kind !== 'kept') throw new Error(kept.kind);
  expect([scoreOf(before), scoreOf(kept.sheet)]).toEqual([null, '16']);
  expect(formOf(kept.sheet).decisions).toMatchObject([{ fate: 'applied', decision: { at: now } }]);
  const opinion = { kind: 'opinion', form: formOf(before).key, indicator: null, opinion: '请补正' } as const;
  valueOf(await reviewer.decide(kept.sheet, opinion));
  const again = valueOf(await reviewerOf(ownSeal).review());
  expect([scoreOf(again), formOf(again).decisions.length]).toEqual(['16', 2]);
  const all = valueOf(
    await reviewerOf(ownSeal).reviewAll(
      () => undefined,
      () => false,
    ),
  );
  expect(valueOf(all.sheets[0]!.report).forms).toEqual(again.forms);
  const undone = valueOf(await reviewer.undo(again, formOf(again).decisions[0]!.decision));
  expect([scoreOf(undone), formOf(undone).decisions.map(({ decision }) => decision.kind)]).toEqual([null, ['opinion']]);
  valueOf(await reviewer.undo(undone, formOf(undone).decisions[0]!.decision));
  expect(valueOf(await workbook.recall('decisions'))).toBeNull();
});

test('another answer to the same question is refused with both, and replaces only when told to', async () => {
  const { reviewerOf } = open();
  const reviewer = reviewerOf(ownSeal);
  const before = valueOf(await reviewer.review());
  valueOf(await reviewer.decide(before, score(before, '16')));
  const refused = valueOf(await reviewer.decide(before, score(before, '18')));
  expect(refused).toMatchObject({ kind: 'contradicts', wanted: { score: '18' }, existing: [{ score: '16' }] });
  expect(scoreOf(valueOf(await reviewer.review()))).toBe('16');
  const replaced = valueOf(await reviewer.decide(before, score(before, '18'), true));
  expect(replaced).toMatchObject({ kind: 'kept' });
  expect(scoreOf(valueOf(await reviewer.review()))).toBe('18');
});

test('a score given where the written one stands is refused with the explanation', async () => {
  const { reviewerOf } = open();
  const reviewer = reviewerOf(ownSeal);
  const before = valueOf(await reviewer.review());
  const finding = formOf(before).findings.find(
    ({ check, indicator }) => check === 'score-matches-rule' && indicator?.endsWith('群众满意度'),
  )!;
  expect(valueOf(await reviewer.accept(before, 0, finding, '单位已补充问卷')).kind).toBe('kept');
  const given = scoreDecision(formOf(before), '群众满意度', '15');
  expect(valueOf(await reviewer.decide(valueOf(await reviewer.review()), given))).toMatchObject({
    kind: 'contradicts',
    wanted: { kind: 'score' },
    existing: [{ kind: 'explained', reason: '单位已补充问卷' }],
  });
});

test('an explanation of a score that a person gave otherwise is refused with both, and nothing is kept', async () => {
  const { reviewerOf } = open();
  const reviewer = reviewerOf(ownSeal);
  const before = valueOf(await reviewer.review());
  valueOf(await reviewer.decide(before, scoreDecision(formOf(before), '群众满意度', '15')));
  const judged = valueOf(await reviewer.review());
  const finding = formOf(judged).findings.find(({ check }) => check === 'score-matches-rule')!;
  expect(valueOf(await reviewer.accept(judged, 0, finding, '单位已补充问卷'))).toMatchObject({
    kind: 'contradicts',
    wanted: { kind: 'explained', reason: '单位已补充问卷' },
    existing: [{ kind: 'score', score: '15' }],
  });
  expect(valueOf(await reviewer.review())).toEqual(judged);
});

test.each([
  ['a score above the weight', (sheet: ReviewedSheet) => score(sheet, '21'), 'outside-weight'],
  [
    'a rule in words that are not understood',
    () => ({ kind: 'rule', text: ruleKey(unreadRule), means: '看情况' }) as const,
    'not-understood',
  ],
  [
    'an opinion on a row that is not there',
    (sheet: ReviewedSheet) =>
      ({ kind: 'opinion', form: formOf(sheet).key, indicator: '没有/这一/行', opinion: '请补正' }) as const,
    'row-missing',
  ],
])('%s is refused, and nothing is kept', async (_, wanted, because) => {
  const { reviewerOf, workbook } = open();
  const reviewer = reviewerOf(ownSeal);
  const before = valueOf(await reviewer.review());
  expect(valueOf(await reviewer.decide(before, wanted(before)))).toEqual({ kind: 'unfit', because });
  expect(valueOf(await workbook.recall('decisions'))).toBeNull();
});

test('what another installation decided has no effect until it is adopted; our own answer then stands', async () => {
  const { reviewerOf } = open();
  const theirs = reviewerOf(foreignSeal);
  const mine = reviewerOf(ownSeal);
  const before = valueOf(await theirs.review());
  valueOf(await theirs.decide(before, score(before, '20')));
  valueOf(
    await theirs.decide(before, { kind: 'rule', text: ruleKey(unreadRule), means: '得分=实际完成值/年度指标值×分值' }),
  );
  const offered = valueOf(await mine.review());
  expect(offered.forms).toEqual(before.forms);
  expect(offered.brought.decisions.map(({ kind }) => kind)).toEqual(['score', 'rule']);
  valueOf(await mine.decide(offered, score(offered, '12')));
  const narrowed = valueOf(await mine.review());
  expect(narrowed.brought.decisions.map(({ kind }) => kind)).toEqual(['rule']);
  const adopted = valueOf(await mine.adopt(narrowed));
  expect([
    scoreOf(adopted),
    formOf(adopted)
      .decisions.map(({ decision }) => decision.kind)
      .sort(),
  ]).toEqual(['12', ['rule', 'score']]);
});

describe('a rule that the reviewer wrote', () => {
  const means = '得分=实际完成值/年度指标值×分值';
  const wanted = { kind: 'rule', text: ruleKey(unreadRule), means } as const;

  async function wroteOnce() {
    const preferences = passingPreferences();
    const reviewer = open(undefined, preferences).reviewerOf(ownSeal);
    const before = valueOf(await reviewer.review());
    expect(reviewer.knownWording(unreadRule)).toBeNull();
    const kept = valueOf(await reviewer.decide(before, wanted));
    if (kept.kind !== 'kept') throw new Error(kept.kind);
    return { preferences, reviewer, sheet: kept.sheet };
  }

  test('is offered in another workbook for the same text in another typography, and is not applied by itself', async () => {
    const { preferences } = await wroteOnce();
    const spaced = rows.map((row) => row.replaceAll(unreadRule, '根据考核等次 折算计分　'));
    const elsewhere = open(spaced, preferences).reviewerOf(ownSeal);
    const sheet = valueOf(await elsewhere.review());
    expect(formOf(sheet).decisions).toEqual([]);
    const { indicator, rule } = rowOf(formOf(sheet), '培训人数');
    expect(rule.means).toBeUndefined();
    expect(elsewhere.knownWording(indicator.rule!.text)).toBe(means);
    expect(elsewhere.knownWording(`${unreadRule}，扣完为止`)).toBeNull();
    const taken = valueOf(await elsewhere.decide(sheet, { ...wanted, text: ruleKey(indicator.rule!.text) }));
    if (taken.kind !== 'kept') throw new Error(taken.kind);
    expect(rowOf(formOf(taken.sheet), '培训人数')).toMatchObject({ rule: { means } });
  });

  test('is offered no longer once it was taken back, unless a newer sentence stands', async () => {
    const { preferences, reviewer, sheet } = await wroteOnce();
    const [first] = formOf(sheet).decisions;
    valueOf(await reviewer.undo(sheet, first!.decision));
    expect(reviewer.knownWording(unreadRule)).toBeNull();
    const newer = '完成率×分值';
    valueOf(await reviewer.decide(sheet, { ...wanted, means: newer }));
    const elsewhere = open(undefined, preferences).reviewerOf(ownSeal);
    valueOf(await elsewhere.undo(valueOf(await elsewhere.review()), first!.decision));
    expect(reviewer.knownWording(unreadRule)).toBe(newer);
  });

  test('is remembered without a word of the form, and counts only where this installation signed it', async () => {
    const { preferences } = await wroteOnce();
    expect(preferences.get('wordings')).not.toContain(unreadRule);
    expect(open(undefined, preferences).reviewerOf(foreignSeal).knownWording(unreadRule)).toBeNull();
    preferences.set('wordings', preferences.get('wordings')!.replace('实际完成值/', '2×实际完成值/'));
    expect(open(undefined, preferences).reviewerOf(ownSeal).knownWording(unreadRule)).toBeNull();
  });

  test('that was refused is not remembered', async () => {
    const preferences = passingPreferences();
    const reviewer = open(undefined, preferences).reviewerOf(ownSeal);
    const before = valueOf(await reviewer.review());
    expect(valueOf(await reviewer.decide(before, { ...wanted, means: '看情况' })).kind).toBe('unfit');
    expect(preferences.get('wordings')).toBeNull();
  });
});

test('what is kept and cannot be read is named, not written over, and goes when told to', async () => {
  const { reviewerOf, workbook } = open();
  valueOf(await workbook.remember('decisions', '{"version":9}'));
  const reviewer = reviewerOf(ownSeal);
  const sheet = valueOf(await reviewer.review());
  expect(sheet.unreadable).toEqual(['decisions']);
  expect(valueOf(await reviewer.decide(sheet, score(sheet, '16'))).kind).toBe('unreadable');
  expect(valueOf(await workbook.recall('decisions'))).toBe('{"version":9}');
  valueOf(await reviewer.forget(sheet.sheetId, 'decisions'));
  expect(valueOf(await reviewer.review()).unreadable).toEqual([]);
});

test('a workbook that does not take it is a fault, and nothing changes', async () => {
  const { reviewerOf, workbook } = open();
  const reviewer = reviewerOf(ownSeal);
  const before = valueOf(await reviewer.review());
  workbook.failNext({ kind: 'read-only' }, 'remember');
  expect(await reviewer.decide(before, score(before, '16'))).toEqual({ ok: false, fault: { kind: 'read-only' } });
  expect(valueOf(await reviewer.review())).toEqual(before);
});

describe('a record', () => {
  const form = formOf(review()).key;
  const text = fc.string({ maxLength: 20, unit: 'binary' });
  const place = fc.record({ at: text, indicator: fc.option(text) });
  const decision: fc.Arbitrary<Decision> = fc.oneof(
    fc.record({ kind: fc.constant('rule' as const), at: text, text, means: text }),
    place.map((each) => ({ kind: 'score' as const, form, score: '8.5', reason: '说明', basis: '10\n≥1', ...each })),
    place.map((each) => ({ kind: 'opinion' as const, form, opinion: '请补正', ...each })),
    fc.record({ at: text, check: text, message: fc.option(text), ground: fc.option(text) }).map((each) => ({
      kind: 'explained' as const,
      form,
      indicator: null,
      reason: '说明',
      ...each,
    })),
    text.map((at) => ({ kind: 'state' as const, at, form, state: 'returned' as const, returned: null })),
    text.map((at) => ({
      kind: 'premise' as const,
      ...{ at, form, indicator: '一/二/三', about: 'scale' as const, choice: 'other-unit' },
      facts: { number: '20', unit: '米' },
    })),
  );

  test('reads back as the decision that was kept', () => {
    fc.assert(
      fc.property(decision, (one) => {
        const record: unknown = JSON.parse(JSON.stringify(decisionRecord(one)));
        expect(readDecision(record as Readonly<Record<string, unknown>>)).toEqual(one);
      }),
    );
  });

  test.each([
    { kind: 'score', score: 'Infinity' },
    { kind: 'score', score: '8', reason: '长'.repeat(201) },
    { kind: 'premise', about: 'direction', choice: 'sideways', facts: {} },
    { kind: 'premise', about: 'scale', choice: 'other-unit', facts: { number: '2' } },
    { kind: 'premise', about: 'toString', choice: 'x', facts: {} },
    { kind: 'state', state: 'approved' },
    { kind: 'order' },
  ])('that says what no decision can say is none: %j', (fields) => {
    const record = { at: '', form, indicator: 'x', reason: '说明', basis: '', ...fields };
    expect(readDecision(record)).toBeNull();
  });
});
