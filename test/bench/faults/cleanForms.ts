/**
 * Every form made sound by construction: known mistakes of the publication corrected by hand, actuals measured, nearly
 * all money spent, scores as the rules give them, sums as the scores give them, reasons where points were lost. What is
 * done does not depend on what the checks say of it.
 */
import { exact, zero } from '../../../src/core/exact';
import { amountOf } from '../../../src/core/form/amountOf';
import { fromA1 } from '../../../src/core/sheet/cellRef';
import type { CellValue, Snapshot } from '../../../src/core/sheet/snapshot';
import { familyForms, publishedForms } from '../../forms';
import { constructedForms } from './constructedForms';
import { rescore } from './settle';
import { SheetDraft } from './sheetDraft';

/** A sound form. */
export interface CleanForm {
  readonly name: string;
  readonly snapshot: Snapshot;
}

/** What is wrong in a form beyond its figures, corrected by hand. */
const corrections: Readonly<Record<string, readonly (readonly [string, CellValue])[]>> = {
  // A count of industries in persons.
  'revitalisation-2023': [
    ['F16', '≥500个'],
    ['G16', '520个'],
  ],
  // The same indicator under two headings.
  'farmland-2019': [['C25', '节水灌溉面积比例']],
  // 质量指标(5分) over two rows of two points.
  'disaster-2019': [['D19', 3]],
  // 100% in one remark, 580.75 of 600 in another.
  'framework-15-25-30-30': [['F12', '预算执行率为96.79%。']],
  // A place-holder in the title.
  'no-weight': [['A1', '某县项目支出绩效自评表']],
};

/** Forms that cannot be made sound without rewriting them: every row stands beside its header. */
const left = [
  'planning-2023',
  // Half filled in, or of a layout that no seeding knows: held against their expectations as they were published.
  'tianchang-flood-2022',
  'qingshen-salary-2023',
  'beijing-road-2016',
  'xiangyang-hospital-2021',
  'huangshi-sponge-2022',
  'ezhou-hall-2021',
  'shouxian-department-2023',
  'chongqing-media-2021',
  'suixi-relief-2019',
  'chongqing-flat',
  'cost-first-2023',
  'fishing-ban-2020',
  'framework-school',
  'hengshan-grain-2020',
  'hubei-points',
  'national-grade',
  'national-labels',
  'national-parts',
  'national-rate',
  'national-road',
  'rule-column-greening',
  'scorecard-water',
  'sichuan-weights',
  'tangxi-commission-2022',
  'tangxi-villages-2022',
  'transfer-irrigation',
  'workpaper-library',
  'yunnan-13',
  'zhongjiang-gauges-2022',
  'guangshui-road-2021',
  'shaanxi-department-2022',
];

const spentShare = exact('0.97');

function spendNearlyAll(draft: SheetDraft): void {
  const { budget } = draft.review().form;
  const whole = budget?.lines.find(({ role }) => role === 'total');
  if (!budget || !whole?.executed) return;
  const parts = budget.lines.filter(({ role }) => role !== 'total');
  const spent = new Map(
    parts.map((part) => [part, exact((amountOf(part.budget) ?? zero).times(spentShare).toFixed(2))]),
  );
  const planned = amountOf(whole.budget) ?? amountOf(whole.initial);
  if (!planned) return;
  const partsPlanned = parts.reduce((running, part) => running.plus(amountOf(part.budget) ?? zero), zero);
  const total = partsPlanned.eq(planned)
    ? [...spent.values()].reduce((running, amount) => running.plus(amount), zero)
    : exact(planned.times(spentShare).toFixed(2));
  draft.set(whole.executed.cell.ref, total.toNumber());
  for (const [part, amount] of spent) {
    if (part.executed && amountOf(part.executed)) draft.set(part.executed.cell.ref, amount.toNumber());
    const ofPart = amountOf(part.budget);
    if (part.rate && amountOf(part.rate) && ofPart?.gt(0)) {
      draft.setRate(part.rate.cell.ref, amount.div(ofPart).toNumber());
    }
  }
  const { scores } = draft.review();
  const rate = scores.execution?.rate;
  if (budget.rate && rate) draft.setRate(budget.rate.cell.ref, rate.toNumber());
}

function measureActuals(draft: SheetDraft): void {
  for (const { actual } of draft.review().form.indicators) {
    if (!actual || actual.cell.formula !== null) continue;
    const { text } = actual.cell;
    const bare = text.replace(/[≥≤＞＜><]/gu, '');
    if (bare !== text) draft.set(actual.cell.ref, bare);
  }
}

/** A reason of its own wherever points were lost or much more was done than planned, and nowhere else. */
export function giveReasons(draft: SheetDraft): void {
  const { scores } = draft.review();
  for (const [place, { completion, indicator }] of scores.indicators.entries()) {
    const { reason, score, weight } = indicator;
    const full = amountOf(weight);
    const written = amountOf(score);
    if (!reason || reason.merge?.bottom !== reason.merge?.top || reason.formula !== null) continue;
    // Without points, what fell short of its target asks for a reason by itself.
    const isLost = full ? written?.lt(full) : completion?.lt(1);
    if (isLost) draft.set(reason.ref, `第${place + 1}项因汛期停工进度偏慢，今后提前安排并加强调度。`);
    else if (completion?.gte('1.2')) draft.set(reason.ref, `第${place + 1}项需求高于预计，今后按需申报。`);
    else draft.set(reason.ref, null);
  }
}

/** Makes one form sound. */
function cleaned(name: string, snapshot: Snapshot): CleanForm {
  const draft = new SheetDraft(snapshot);
  for (const [address, value] of corrections[name] ?? []) draft.set(fromA1(address), value);
  measureActuals(draft);
  spendNearlyAll(draft);
  rescore(draft);
  giveReasons(draft);
  return { name, snapshot: draft.snapshot() };
}

/** All sound forms: published, made up in other layouts, and constructed here. */
export function cleanForms(): readonly CleanForm[] {
  const rebuilt = [...publishedForms, ...familyForms].filter(({ name }) => !left.includes(name));
  return [...rebuilt.map(({ name, snapshot }) => cleaned(name, snapshot)), ...constructedForms];
}
