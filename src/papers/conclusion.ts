/**
 * The closing paragraph of an evaluation report, ready to paste. Every figure is the review's; what the review does not
 * know is said to be unknown. Chinese in every language, because it goes into an official document.
 */
import { exact, plain, sum } from '../core/exact';
import { known, percentText } from '../summary/amount';
import type { FormFacts, IndicatorFacts } from '../summary/formFacts';

/** How many of the greatest losses are named. */
const named = 5;

function lossOf({ lost, name }: IndicatorFacts): string {
  return `“${name}”扣${lost ?? ''}分`;
}

function lossSentence({ indicators }: FormFacts): string {
  const losses = indicators
    .filter(({ lost }) => lost !== null && exact(lost).gt(0))
    .sort((left, right) => exact(right.lost ?? 0).cmp(exact(left.lost ?? 0)));
  if (losses.length === 0) return indicators.every(({ lost }) => lost !== null) ? '各项指标均未扣分。' : '';
  const shown = losses.slice(0, named).map(lossOf).join('；');
  return `主要扣分点：${shown}${losses.length > named ? `；另有${losses.length - named}项扣分` : ''}。`;
}

function moneySentence({ budget, executed, isMoneyUnitStated, rate }: FormFacts): string {
  if (budget === null || executed === null) return '';
  const note = isMoneyUnitStated ? '' : '（表内未注明金额单位，按万元计）';
  const percent = rate === null ? '' : `，预算执行率${percentText(rate)}`;
  return `项目全年预算数${budget}万元，全年执行数${executed}万元${percent}${note}。`;
}

function totalSentence({ grade, levels, reviewed, reviewedGrade, stated }: FormFacts): string {
  const own = stated === null ? '自评未填总分' : `自评得分${stated}分${grade === null ? '' : `，等级“${grade}”`}`;
  if (reviewed === null) return `复核总分尚不能得出（有指标缺少得分或依据），${own}。`;
  const total = `经复核，总分${reviewed}分${reviewedGrade === null ? '' : `，评级为“${reviewedGrade}”`}（${own}）。`;
  const added = sum(known(levels.map((level) => level.reviewed)));
  const isCapped = levels.length > 0 && added.gt(exact(reviewed));
  return isCapped ? `${total}各项得分之和为${plain(added)}分，因预算执行率过低，总分按${reviewed}分封顶。` : total;
}

function levelSentence({ levels }: FormFacts): string {
  const parts = levels.flatMap(({ name, rate, reviewed, weight }) =>
    rate === null || weight === null || reviewed === null
      ? []
      : [`${name}权重${weight}分、得分${reviewed}分、得分率${percentText(rate)}`],
  );
  return parts.length === 0 ? '' : `其中：${parts.join('；')}。`;
}

/** The paragraph for one form. */
export function conclusion(facts: FormFacts): string {
  const project = facts.project === null ? '本项目' : `“${facts.project}”项目`;
  const opening = `${project}：`;
  if (facts.isDisplaced) {
    return `${opening}自评表各行与表头错位，未予计分；请先改正表格再复核。${moneySentence(facts)}`;
  }
  return `${opening}${moneySentence(facts)}${totalSentence(facts)}${levelSentence(facts)}${lossSentence(facts)}`;
}
