/** The faults that can be seeded into a sound form, one at a time, and where a reviewer must be told of each. */
import type { CheckId } from '../../../src/core/checks';
import { exact, type Exact } from '../../../src/core/exact';
import { amountOf } from '../../../src/core/form/amountOf';
import type { Form, Indicator, Label, CellReading } from '../../../src/core/form/form';
import { figuresFor, keyOf } from '../../../src/core/checks/shared/figuresInText';
import type { FormReport } from '../../../src/core/report/report';
import type { IndicatorScore } from '../../../src/core/score/scores';
import type { CellRef } from '../../../src/core/sheet/cellRef';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { fold } from '../../../src/core/value/normalise';
import type { Random } from './random';
import { giveReasons } from './cleanForms';
import { rescore, settle } from './settle';
import type { SheetDraft } from './sheetDraft';

/** One kind of fault. */
export interface FaultClass {
  readonly check: CheckId;
  /** What is done to the form. */
  readonly fault: string;
  /** The check that says it in its place where it knows more of the cause; it must name the same cell. */
  readonly orSaidBy?: CheckId;
  /** Checks whose findings are true as well once the fault is there. */
  readonly alsoTrue?: readonly CheckId[];
  /** Seeds the fault and says which cell must be reported; null where the form has no place for it. */
  seed(report: FormReport, draft: SheetDraft, random: Random): CellRef | null;
}

type Row = IndicatorScore;

/** Rows within the hundred with a weight and a score as numbers. */
function scoredRows({ scores }: FormReport): readonly (Row & { full: Exact; written: Exact; cell: CellRef })[] {
  return scores.indicators.flatMap((row) => {
    const full = amountOf(row.indicator.weight);
    const written = amountOf(row.indicator.score);
    const cell = row.indicator.score?.cell.ref;
    return full?.gt(0) && written && cell && !row.indicator.isAdjustment ? [{ ...row, full, written, cell }] : [];
  });
}

/** Whether the weight stands inside a heading, so that the one cannot be changed without the other. */
function isInLabel({ level1, level2, name, weight }: Indicator): boolean {
  return [level1, level2, name].some((label) => label && weight && label.cell.ref === weight.cell.ref);
}

function ordinaryRows({ form }: FormReport): readonly Indicator[] {
  return form.indicators.filter(({ isAdjustment }) => !isAdjustment);
}

function shift(draft: SheetDraft, reading: CellReading | null | undefined, by: number): CellRef | null {
  const before = amountOf(reading ?? null);
  if (!reading || !before || reading.cell.formula !== null) return null;
  const after = before.plus(exact(by));
  if (after.lt(0)) return null;
  draft.set(reading.cell.ref, after.toNumber());
  return reading.cell.ref;
}

/** Gives a row a lower score that its rule admits, so that points are lost without breaking it. */
function loseMarks(report: FormReport, draft: SheetDraft, random: Random): Indicator | null {
  const rows = scoredRows(report).filter(({ admissible, computed, interval, indicator: { reason } }) => {
    const hasRoom = admissible ? admissible.length > 1 : interval?.low.lt(interval.high);
    return reason && reason.merge === null && !computed && hasRoom;
  });
  const row = random.oneOf(rows);
  if (!row) return null;
  const { admissible, interval } = row;
  const lower = admissible?.at(0) ?? interval?.low.plus(interval.high).div(2).round(1) ?? null;
  if (!lower?.lt(row.full)) return null;
  draft.set(row.cell, lower.toNumber());
  settle(draft);
  return row.indicator;
}

function quantityRows(report: FormReport): readonly Row[] {
  return report.scores.indicators.filter(
    ({ indicator: { actual, isAdjustment, target } }) =>
      !isAdjustment && target?.value.kind === 'quantity' && actual?.value.kind === 'quantity',
  );
}

/** Puts the points that follow from the changed values, and reasons where points are lost now. */
function followUp(draft: SheetDraft): void {
  rescore(draft);
  giveReasons(draft);
}

const smaller = [0.5, 1, 2, 5] as const;

function fillCell(
  check: CheckId,
  fault: string,
  value: CellValue,
  of: (row: Indicator) => CellReading | null,
): FaultClass {
  return {
    check,
    fault,
    seed(report, draft, random) {
      const rows = ordinaryRows(report).filter((row) => amountOf(of(row))?.gt(0) && !isInLabel(row));
      const reading = of(random.oneOf(rows) ?? rows[0] ?? ({} as Indicator)) ?? null;
      if (!reading || reading.cell.merge || rows.length < 2) return null;
      draft.set(reading.cell.ref, value);
      if (check === 'score-present') settle(draft);
      return reading.cell.ref;
    },
  };
}

const weightOf = (row: Indicator): CellReading | null => row.weight ?? null;
const scoreOf = (row: Indicator): CellReading | null => row.score ?? null;

function sectionLabels({ indicators }: Form): readonly Label[] {
  const labels = indicators.flatMap(({ isAdjustment, level1, level2 }) => (isAdjustment ? [] : [level1, level2]));
  return [...new Map(labels.flatMap((label) => (label?.weight ? [[label.cell, label] as const] : []))).values()];
}

function replaceText(draft: SheetDraft, cell: { readonly ref: CellRef; readonly text: string }, text: string): CellRef {
  draft.set(cell.ref, text);
  return cell.ref;
}

function setReason(
  check: CheckId,
  fault: string,
  reasonFor: (random: Random) => string | null,
  wants: RegExp = /./u,
): FaultClass {
  return {
    check,
    fault,
    seed(report, draft, random) {
      const header = report.form.columns.find(({ role }) => role === 'reason')?.header.text ?? '';
      if (!wants.test(header)) return null;
      const row = loseMarks(report, draft, random);
      if (!row?.reason) return null;
      draft.set(row.reason.ref, reasonFor(random));
      return row.reason.ref;
    },
  };
}

function setActual(
  check: CheckId,
  fault: string,
  rowsOf: (report: FormReport) => readonly Row[],
  textFor: (row: Row, random: Random) => string | null,
  place: 'actual' | 'target' = 'actual',
): FaultClass {
  return {
    check,
    fault,
    seed(report, draft, random) {
      const row = random.oneOf(rowsOf(report));
      const cell = row?.indicator[place]?.cell;
      const text = row ? textFor(row, random) : null;
      if (!cell || text === null || cell.merge?.top !== cell.merge?.bottom) return null;
      draft.set(cell.ref, text);
      followUp(draft);
      return cell.ref;
    },
  };
}

const satisfied = /满意[度率]$/u;
const isShare = /(?:满意度|满意率|合格率|及时率|覆盖率)$/u;

export const faultClasses: readonly FaultClass[] = [
  {
    check: 'cell-without-error',
    fault: 'an error value in a weight, a score, an amount or the total',
    seed({ form }, draft, random) {
      const whole = form.budget?.lines[0];
      const readings = [
        ...form.indicators.filter((row) => !isInLabel(row)).flatMap(({ score, weight }) => [weight, score]),
        ...[form.total?.score, whole?.executed, whole?.budget, form.budget?.score],
      ];
      const cell = random.oneOf(readings.flatMap((reading) => (reading ? [reading.cell] : [])));
      if (!cell) return null;
      draft.set(cell.ref, { error: random.oneOf(['#REF!', '#DIV/0!', '#N/A']) ?? '#REF!' });
      return cell.ref;
    },
  },
  {
    check: 'number-not-text',
    fault: 'a weight or a score typed as text',
    seed(report, draft, random) {
      const row = random.oneOf(scoredRows(report).filter(({ indicator }) => indicator.weight));
      const reading = random.oneOf([row?.indicator.weight, row?.indicator.score]);
      const amount = amountOf(reading ?? null);
      if (!reading || !amount || typeof reading.cell.value !== 'number') return null;
      return replaceText(draft, reading.cell, `${amount.toFixed()}${random.oneOf(['', '分', ' ']) ?? ''}`);
    },
  },
  fillCell('weight-is-number', 'a weight deleted', null, weightOf),
  fillCell('weight-is-number', 'a dash for a weight', '—', weightOf),
  fillCell('weight-is-number', 'a weight of zero', 0, weightOf),
  fillCell('score-present', 'a score deleted', null, scoreOf),
  fillCell('score-present', 'a dash for a score', '—', scoreOf),
  {
    check: 'weights-reach-total',
    fault: 'a weight raised or lowered',
    // A heading that states the points of the row says what the whole is off by.
    orSaidBy: 'weights-match-label',
    seed(report, draft, random) {
      const row = random.oneOf(
        ordinaryRows(report).filter((row) => row.weight && !row.weight.cell.merge && !isInLabel(row)),
      );
      const by = (random.oneOf(smaller) ?? 1) * (random.below(2) === 0 ? 1 : -1);
      if (!row || !amountOf(row.weight)?.plus(by).gt(0)) return null;
      const cell = shift(draft, row.weight, by);
      if (!cell) return null;
      followUp(draft);
      return cell;
    },
  },
  {
    check: 'weights-match-label',
    fault: 'the points in a heading changed',
    seed({ form }, draft, random) {
      const label = form.indicators.some(isInLabel) ? null : random.oneOf(sectionLabels(form));
      const stated = label?.weight;
      if (!label || !stated || amountOf(form.indicators[0]?.weight ?? null) === null) return null;
      const at = label.cell.text.lastIndexOf(stated.toFixed());
      const after = stated.plus(random.oneOf(smaller) ?? 1).toFixed();
      const text = label.cell.text.slice(0, at) + after + label.cell.text.slice(at + stated.toFixed().length);
      return at < 0 ? null : replaceText(draft, label.cell, text);
    },
  },
  {
    check: 'weights-match-label',
    fault: 'points moved between two headings',
    // The heading that gained the points is wrong as well.
    alsoTrue: ['weights-match-label'],
    seed({ form }, draft, random) {
      const rows = form.indicators.filter(
        (row) => !row.isAdjustment && row.level2?.weight && amountOf(row.weight)?.gt(1) && !isInLabel(row),
      );
      const from = random.oneOf(rows);
      const to = random.oneOf(
        rows.filter(({ level2 }) => level2?.cell.ref !== from?.level2?.cell.ref && level2?.text !== from?.level2?.text),
      );
      if (!from || !to) return null;
      const cell = shift(draft, from.weight, -1);
      shift(draft, to.weight, 1);
      followUp(draft);
      return cell;
    },
  },
  {
    check: 'score-within-weight',
    fault: 'a score above its weight',
    seed(report, draft, random) {
      const row = random.oneOf(scoredRows(report));
      if (!row) return null;
      draft.set(row.cell, row.full.plus(random.oneOf(smaller) ?? 1).toNumber());
      settle(draft);
      return row.cell;
    },
  },
  {
    check: 'score-within-weight',
    fault: 'a negative score',
    seed(report, draft, random) {
      const row = random.oneOf(scoredRows(report));
      if (!row) return null;
      draft.set(row.cell, -(random.oneOf(smaller) ?? 1));
      settle(draft);
      return row.cell;
    },
  },
  {
    check: 'score-matches-rule',
    fault: 'a score off its rule, from a few hundredths to most of the weight',
    seed(report, draft, random) {
      const row = random.oneOf(scoredRows(report).filter(({ computed }) => computed));
      const share = random.oneOf(['0.013', '0.07', '0.23', '0.61', '0.97']) ?? '0.07';
      if (!row?.computed) return null;
      const lower = row.computed.minus(row.full.times(share)).round(2);
      const after = lower.gte(0) ? lower : row.computed.plus(row.full.times(share)).round(2);
      const isCoarse = [0, 1].some((places) => exact(row.computed?.toFixed(places) ?? 0).eq(after));
      if (after.gt(row.full) || after.eq(row.computed) || isCoarse) return null;
      draft.set(row.cell, after.toNumber());
      settle(draft);
      return row.cell;
    },
  },
  {
    check: 'score-within-tier',
    fault: 'a score outside of the tier that the actual names',
    seed(report, draft, random) {
      const rows = scoredRows(report).filter(
        ({ admissible, computed, full, interval }) =>
          !computed && !admissible && interval && (interval.low.gt(0) || interval.high.lt(full)),
      );
      const row = random.oneOf(rows);
      if (!row?.interval) return null;
      const { high, low } = row.interval;
      const above = high.lt(row.full) ? high.plus(row.full.minus(high).div(2)).round(2) : null;
      const below = low.gt(0) ? low.times(random.oneOf(['0.9', '0.5', '0']) ?? '0.5').round(2) : null;
      const after = (random.below(2) === 0 ? above : below) ?? below ?? above;
      if (!after || (after.gte(low) && after.lt(high))) return null;
      draft.set(row.cell, after.toNumber());
      settle(draft);
      return row.cell;
    },
  },
  {
    check: 'score-admissible',
    fault: 'a score that the items of a rule cannot give',
    seed(report, draft, random) {
      const row = random.oneOf(
        scoredRows(report).filter(({ admissible, certainty }) => admissible && certainty === 'interval'),
      );
      if (!row) return null;
      const after = row.full.times(random.oneOf(['0.13', '0.37', '0.83', '0.97']) ?? '0.37').round(2);
      if (row.admissible?.some((points) => points.eq(after))) return null;
      draft.set(row.cell, after.toNumber());
      settle(draft);
      return row.cell;
    },
  },
  {
    check: 'scores-reach-total',
    fault: 'a total off its sum',
    seed({ form }, draft, random) {
      const by = (random.oneOf([0.01, 0.5, 1, 10]) ?? 1) * (random.below(2) === 0 ? 1 : -1);
      return typeof form.total?.score?.cell.value === 'number' ? shift(draft, form.total.score, by) : null;
    },
  },
  {
    check: 'subtotals-match',
    fault: 'a subtotal off its sum',
    seed({ form }, draft, random) {
      const row = random.oneOf(form.subtotals);
      return shift(draft, random.oneOf([row?.score, row?.weight]), random.oneOf([-1, 0.5, 3]) ?? 1);
    },
  },
  {
    check: 'deduction-matches',
    fault: 'a deduction off weight less score',
    seed(report, draft, random) {
      const row = random.oneOf(scoredRows(report).filter(({ indicator }) => indicator.deduction));
      const cell = row?.indicator.deduction?.cell.ref;
      if (!row || !cell) return null;
      draft.set(
        cell,
        row.full
          .minus(row.written)
          .plus(random.oneOf(smaller) ?? 1)
          .toNumber(),
      );
      return cell;
    },
  },
  {
    check: 'score-rate-matches',
    fault: 'a score rate off score ÷ weight',
    seed(report, draft, random) {
      const row = random.oneOf(scoredRows(report).filter(({ indicator }) => amountOf(indicator.scoreRate)));
      const cell = row?.indicator.scoreRate?.cell.ref;
      if (!row || !cell) return null;
      const rate = row.written.div(row.full).toNumber();
      const by = random.oneOf([0.02, 0.1, 0.3]) ?? 0.1;
      draft.setRate(cell, rate > 0.5 ? rate - by : rate + by);
      return cell;
    },
  },
  {
    check: 'grade-matches-total',
    fault: 'a grade that the total does not earn',
    seed({ form }, draft, random) {
      const note = form.notes.find(({ text }) => text.startsWith('自评等级：'));
      return note ? replaceText(draft, note, `自评等级：${random.oneOf(['良', '中', '差']) ?? '差'}`) : null;
    },
  },
  {
    check: 'budget-parts-reach-total',
    fault: 'a part of the budget changed',
    seed({ form: { budget } }, draft, random) {
      const whole = budget?.lines.find(({ role }) => role === 'total');
      const part = random.oneOf(budget?.lines.filter(({ role }) => role !== 'total') ?? []);
      const column = random.oneOf(['initial', 'budget', 'executed'] as const) ?? 'budget';
      const changed = shift(draft, part?.[column], random.oneOf([0.5, 1, 10]) ?? 1);
      return changed && (whole?.[column]?.cell.ref ?? null);
    },
  },
  {
    check: 'execution-rate-matches-amounts',
    fault: 'an execution rate off the amounts',
    seed({ form: { budget }, scores: { execution } }, draft, random) {
      if (!budget?.rate || !execution?.rate || !execution.rateInterval) return null;
      const by = (random.oneOf([0.005, 0.02, 0.1]) ?? 0.02) * (random.below(2) === 0 ? 1 : -1);
      draft.setRate(budget.rate.cell.ref, execution.rate.toNumber() + by);
      return budget.rate.cell.ref;
    },
  },
  {
    check: 'execution-rate-matches-amounts',
    fault: 'the execution rate of a part off its amounts',
    seed({ form: { budget } }, draft, random) {
      const part = random.oneOf(budget?.lines.filter(({ rate }) => amountOf(rate)?.gt('0.5')) ?? []);
      const rate = amountOf(part?.rate ?? null);
      if (!part?.rate || !rate || !amountOf(part.budget)?.gt(0) || !amountOf(budget?.rate ?? null)) return null;
      draft.setRate(part.rate.cell.ref, rate.minus('0.031').toNumber());
      return part.rate.cell.ref;
    },
  },
  {
    check: 'execution-score-matches-rule',
    fault: 'an execution score off its rule',
    seed({ form: { budget } }, draft, random) {
      const cell = shift(draft, budget?.score, -(random.oneOf([0.33, 1.25, 3.5]) ?? 1));
      if (cell) settle(draft);
      return cell;
    },
  },
  {
    check: 'budget-adjustment-explained',
    fault: 'an initial budget of half or double the final one',
    seed({ form: { budget } }, draft, random) {
      const whole = budget?.lines.find(({ role }) => role === 'total');
      if (!amountOf(whole?.initial ?? null) || !amountOf(whole?.budget ?? null)) return null;
      const factor = random.oneOf(['0.5', '0.7', '1.6', '2']) ?? '2';
      for (const line of budget?.lines ?? []) {
        const planned = amountOf(line.budget);
        if (planned && line.initial) draft.set(line.initial.cell.ref, planned.times(factor).round(2).toNumber());
      }
      return whole?.budget?.cell.ref ?? null;
    },
  },
  {
    check: 'budget-denominator-present',
    fault: 'the budget deleted or zero',
    seed({ form }, draft, random) {
      const { budget, indicators } = form;
      const whole = budget?.lines.find(({ role }) => role === 'total');
      if (!whole?.budget || !whole.executed || indicators.some(({ isExecutionRate }) => isExecutionRate)) return null;
      const value = random.oneOf([0, null, '—']);
      for (const line of budget?.lines ?? []) if (line.budget) draft.set(line.budget.cell.ref, value);
      return whole.budget.cell.ref;
    },
  },
  setActual(
    'target-measurable',
    'a target deleted',
    (report) =>
      quantityRows(report).filter(
        ({ indicator: { isExecutionRate, level1, rule, weight } }) =>
          !rule?.text &&
          !isExecutionRate &&
          (weight === null || amountOf(weight)) &&
          /产出|效益|满意/u.test(level1?.text ?? ''),
      ),
    () => '',
    'target',
  ),
  setActual(
    'actual-present',
    'an actual deleted',
    (report) =>
      quantityRows(report).filter(
        ({ indicator: { isExecutionRate, weight } }) => !isExecutionRate && (weight === null || amountOf(weight)),
      ),
    (_, random) => random.oneOf(['', '—', ' ']),
  ),
  setActual(
    'actual-measured',
    'an actual that repeats the operator',
    (report) => quantityRows(report).filter(({ indicator: { target } }) => /^[≥≤]/u.test(target?.cell.text ?? '')),
    ({ indicator: { target } }) => target?.cell.text ?? null,
  ),
  setActual(
    'units-agree',
    'an actual in another unit',
    (report) =>
      quantityRows(report).filter(({ indicator: { target } }) => {
        const value = target?.value;
        return (
          value?.kind === 'quantity' &&
          value.unit !== null &&
          !['个', 'household', 'number'].includes(value.unit.family)
        );
      }),
    ({ indicator: { actual } }) => `${/[\d.]+/u.exec(actual?.cell.text ?? '')?.[0] ?? '1'}户`,
  ),
  setActual(
    'direction-makes-sense',
    'a quality or satisfaction asked to be low',
    (report) =>
      quantityRows(report).filter(
        ({ indicator: { name, target } }) => isShare.test(name.text) && /^≥/u.test(target?.cell.text ?? ''),
      ),
    ({ indicator: { target } }) => target?.cell.text.replace('≥', '≤') ?? null,
    'target',
  ),
  setActual(
    'percentage-possible',
    'a share above 100%',
    (report) =>
      quantityRows(report).filter(
        ({ indicator: { actual, name } }) => isShare.test(name.text) && /%/u.test(actual?.cell.text ?? ''),
      ),
    (_, random) => random.oneOf(['100.5%', '105%', '960%']),
  ),
  setActual(
    'satisfaction-has-data',
    'satisfaction told in words',
    (report) => quantityRows(report).filter(({ indicator: { name } }) => satisfied.test(name.text)),
    (_, random) => random.oneOf(['满意', '较满意', '成效显著']),
  ),
  {
    check: 'target-not-copied-from-actual',
    fault: 'a target that equals its actual to two decimals',
    seed(report, draft, random) {
      const rows = quantityRows(report).filter(({ indicator: { actual } }) =>
        /^\d+(?:\.\d+)?%$/u.test(actual?.cell.text ?? ''),
      );
      const row = random.oneOf(rows)?.indicator;
      if (!row?.target || !row.actual) return null;
      const text = `${random.oneOf(['93.47', '87.97', '98.61']) ?? '93.47'}%`;
      draft.set(row.target.cell.ref, `≥${text}`);
      draft.set(row.actual.cell.ref, text);
      followUp(draft);
      return row.target.cell.ref;
    },
  },
  {
    check: 'over-completion-explained',
    fault: 'half as much again as planned, without a reason',
    seed(report, draft, random) {
      const rows = quantityRows(report).filter(
        ({ direction, indicator: { actual, name, reason, target } }) =>
          direction === 'positive' &&
          reason &&
          !reason.merge &&
          !/[率度]$|%/u.test(name.text + (target?.cell.text ?? '')) &&
          actual,
      );
      const row = random.oneOf(rows);
      const target = row?.indicator.target;
      const cell = row?.indicator.actual?.cell;
      if (!row?.indicator.reason || !cell || target?.value.kind !== 'quantity' || target.value.number.lte(0))
        return null;
      const factor = random.oneOf(['1.31', '1.5', '4']) ?? '1.5';
      draft.set(cell.ref, `${target.value.number.times(factor).toFixed()}${target.value.unit?.name ?? ''}`);
      followUp(draft);
      draft.set(row.indicator.reason.ref, null);
      return row.indicator.reason.ref;
    },
  },
  {
    check: 'deadline-met',
    fault: 'finished days or months after the deadline, full marks kept',
    seed(report, draft, random) {
      const row = random.oneOf(
        scoredRows(report).filter(
          // A rule of the form that counts the months gives the score itself, and score-matches-rule says so.
          ({ computed, full, indicator: { rule, target }, written }) =>
            target?.value.kind === 'deadline' && written.eq(full) && computed && !rule,
        ),
      );
      const by = row?.indicator.target?.value;
      const cell = row?.indicator.actual?.cell;
      if (!row || !cell || by?.kind !== 'deadline' || by.by.month === null) return null;
      const year = (by.by.year ?? report.form.year ?? 2023) + random.oneOf([1, 2])!;
      draft.set(cell.ref, `${year}年${by.by.month}月${1 + random.below(28)}日`);
      return cell.ref;
    },
  },
  setReason(
    'days-match-dates',
    'a span of dates with the wrong number of days',
    (random) => `施工期4月16日至6月13日共${random.oneOf([49, 61, 69, 95]) ?? 95}天，因雨停工，今后提前安排。`,
  ),
  setReason(
    'days-match-dates',
    'a delay that its dates contradict',
    (random) => `计划6月13日完工，实际7月19日完工，逾期${random.oneOf([16, 46, 95]) ?? 95}天，今后提前安排。`,
  ),
  setReason('reason-given', 'points lost without a reason', (random) => random.oneOf([null, '无', '—'])),
  setReason(
    'reason-has-remedy',
    'a reason without a remedy',
    (random) => random.oneOf(['工作人员离职导致人员减少。', '汛期连续降雨影响进度。']),
    /措施/u,
  ),
  setReason(
    'reason-agrees-with-numbers',
    'a reason that names other points',
    (random) => `汛期停工，扣${random.oneOf(['77', '88.5']) ?? '99'}分，今后提前安排。`,
  ),
  setReason('placeholder-left', 'a slot that was not filled in', (random) =>
    random.oneOf(['偏差原因：【需填写】，今后改进。', '因XX公司延误，今后改进。', '××原因未及时验收，今后改进。']),
  ),
  {
    check: 'reason-not-pasted',
    fault: 'the reason of another row',
    seed(report, draft, random) {
      const cells = [
        ...new Map(
          ordinaryRows(report).flatMap(({ reason }) =>
            reason && !reason.merge ? [[reason.ref.row, reason] as const] : [],
          ),
        ).values(),
      ];
      const first = random.oneOf(cells);
      const second = random.oneOf(cells.filter((cell) => cell !== first));
      if (!first || !second) return null;
      for (const { ref } of [first, second]) draft.set(ref, '汛期连续降雨影响进度，今后提前安排并加强调度。');
      return first.ref;
    },
  },
  {
    check: 'indicator-once',
    fault: 'the name of another row',
    alsoTrue: ['weights-match-label'],
    seed(report, draft, random) {
      const rows = ordinaryRows(report).filter(({ isExecutionRate, name }) =>
        !name.cell.merge?.top || name.cell.merge.top === name.cell.merge.bottom ? !isExecutionRate : false,
      );
      const first = random.oneOf(rows);
      const second = random.oneOf(rows.filter((row) => row.level2?.text !== first?.level2?.text));
      if (!first || !second || !/产出|效益|成效|满意/u.test(second.level1?.text ?? '')) return null;
      return replaceText(draft, second.name.cell, first.name.cell.text);
    },
  },
  {
    check: 'indicator-in-its-dimension',
    fault: 'satisfaction under a heading of quantity or quality',
    seed(report, draft, random) {
      const row = random.oneOf(ordinaryRows(report).filter(({ level2 }) => /数量|质量|时效/u.test(level2?.text ?? '')));
      return row ? replaceText(draft, row.name.cell, '参训人员满意度') : null;
    },
  },
  {
    check: 'score-rate-near-execution-rate',
    fault: 'little of the money spent, points kept',
    seed(report, draft, random) {
      const whole = report.form.budget?.lines.find(({ role }) => role === 'total');
      const rows = report.form.indicators.some(({ isExecutionRate }) => isExecutionRate);
      const share = random.oneOf(['0.55', '0.7', '0.8']) ?? '0.7';
      const { execution } = report.scores;
      if (!whole?.executed || !execution?.rate?.gt('0.9') || rows || scoredRows(report).length < 2) return null;
      for (const line of report.form.budget?.lines ?? []) {
        const planned = amountOf(line.budget);
        if (line.executed && planned) draft.set(line.executed.cell.ref, planned.times(share).toNumber());
        if (amountOf(line.rate) && line.rate) draft.setRate(line.rate.cell.ref, Number(share));
      }
      if (report.form.budget?.rate) draft.setRate(report.form.budget.rate.cell.ref, Number(share));
      followUp(draft);
      return report.form.budget?.rate?.cell.ref ?? whole.executed.cell.ref;
    },
  },
  {
    check: 'execution-rate-consistent',
    fault: 'a text that tells another execution rate',
    seed({ form: { goals }, scores: { execution } }, draft, random) {
      if (!goals.achieved || !execution?.rate) return null;
      const text = random.oneOf(['预算执行率为85.5%。', '预算资金600万元，实际支出490.25万元。']) ?? '';
      return replaceText(draft, goals.achieved, `任务按年初计划推进，${text}`);
    },
  },
  {
    check: 'goals-agree-with-figures',
    fault: 'a figure of the goals doubled',
    seed({ form }, draft, random) {
      const { expected } = form.goals;
      if (!expected) return null;
      const said = form.indicators.flatMap((indicator) => {
        const key = keyOf(indicator);
        const value = indicator.target?.value;
        const unit = value?.kind === 'quantity' ? value.unit : null;
        const figures = key && unit && !unit.per ? figuresFor(key, unit, fold(expected.text).text) : null;
        const [only, ...others] = figures ?? [];
        return only && others.length === 0 && only.is === 'exact' ? [only] : [];
      });
      const one = random.oneOf(said);
      const digits = one?.number.toFixed() ?? '';
      if (!one || !expected.text.includes(digits)) return null;
      return replaceText(draft, expected, expected.text.replace(digits, one.number.times(2).toFixed()));
    },
  },
  {
    check: 'date-within-year',
    fault: 'a date of the year before',
    seed({ form }, draft, random) {
      const { year, yearCell } = form;
      if (year === null || yearCell === form.project) return null;
      const rows = form.indicators.filter(
        ({ actual, target }) =>
          target?.value.kind === 'deadline' && actual?.value.kind === 'date' && actual.value.on.year === year,
      );
      const cell = random.oneOf(rows)?.actual?.cell;
      return cell ? replaceText(draft, cell, cell.text.replace(String(year), String(year - 1))) : null;
    },
  },
  {
    check: 'goals-not-copied',
    fault: 'the goal copied or nothing achieved',
    seed({ form: { goals } }, draft, random) {
      if (
        !goals.expected ||
        !goals.achieved ||
        goals.expected === goals.achieved ||
        goals.expected.text === goals.achieved.text
      )
        return null;
      draft.set(goals.achieved.ref, random.oneOf([goals.expected.text, `${goals.expected.text} `, '']));
      return goals.achieved.ref;
    },
  },
  {
    check: 'counts-match-rows',
    fault: 'a goal that claims another number of indicators',
    seed({ form: { goals, indicators } }, draft, random) {
      if (!goals.expected) return null;
      const count = indicators.length + (random.oneOf([-3, 2, 7]) ?? 7);
      return replaceText(draft, goals.expected, `共设置${count}个绩效指标，按年初计划推进。`);
    },
  },
];

/** Checks of which no fault is seeded, and why. */
export const notSeeded: Readonly<Partial<Record<CheckId, string>>> = {
  'budget-amounts-plausible': 'a question: the budget may have been adjusted, the unit may be right',
  'rates-follow-figures': 'needs columns of rates, which no sound form has; seeded in its README',
  'cost-agrees-with-amounts': 'a question: what is unpaid or no cost may lie between',
  'columns-aligned': 'displaced rows are seeded in the tests of recognition',
  'weights-match-rubric': 'the rules allow a unit to change the weights',
  'weight-not-concentrated': 'a matter of judgement: advice from a share on',
  'dimensions-covered': 'a matter of judgement: which dimensions apply',
  'targets-as-approved': 'needs a second table beside the form; seeded in its README and in test/core/documents',
  'targets-hold-last-year': 'needs the form of the year before; seeded in its README and in test/core/documents',
  'last-year-not-copied': 'needs the form of the year before; seeded in its README and in test/core/documents',
  'narrative-agrees': 'needs a report beside the form; seeded in its README and in test/core/documents',
  'results-agree': 'needs a table beside the form; seeded in its README and in test/core/documents',
  'full-marks-plausible': 'a matter of judgement: full marks can be right',
};
