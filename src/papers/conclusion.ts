/**
 * The closing paragraph of an evaluation report, ready to paste. Every figure is the review's; what the review does not
 * know is said to be unknown. Chinese in every language, because it goes into an official document.
 */
import { exact, plain, sum } from '../core/exact';
import { known, fixedPercentText } from '../summary/amount';
import type { FormFacts, IndicatorFacts, LevelFacts } from '../summary/formFacts';

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
  const percent = rate === null ? '' : `，预算执行率${fixedPercentText(rate)}`;
  return `项目全年预算数${budget}万元，全年执行数${executed}万元${percent}${note}。`;
}

/** How many questions there are, before anything is said of points: P0 first, then what nobody has judged yet. */
function openSentence({ fatal, important, openCount, openWeight }: FormFacts): string {
  const asked = important > 0 ? `重要问题（P1）${important}项` : '';
  const found =
    fatal > 0
      ? `复核发现致命问题（P0）${fatal}项${asked && `、${asked}`}`
      : `复核未发现致命问题（P0）${asked && `，有${asked}`}`;
  return openCount > 0 ? `${found}；有${openCount}项指标待评定，分值共${openWeight ?? ''}分。` : `${found}。`;
}

function allowedText({ high, low }: FormFacts): string {
  if (low === null || high === null) return '';
  return low === high ? `，允许的总分为${low}分` : `，允许的总分在${low}分至${high}分之间`;
}

function totalSentence(facts: FormFacts): string {
  const { grade, levels, openCount, openWeight, reviewed, reviewedGrade, settled, stated } = facts;
  const own = stated === null ? '自评未填总分' : `自评得分${stated}分${grade === null ? '' : `，等级“${grade}”`}`;
  if (openCount > 0) {
    const parts = `可核定得分${settled ?? ''}分，待评定${openWeight ?? ''}分${allowedText(facts)}`;
    return `${parts}；总分和等级在评定之后确定（${own}）。`;
  }
  if (reviewed === null) return `复核总分尚不能得出（有指标缺少得分或依据），${own}。`;
  const total = `经复核，总分${reviewed}分${reviewedGrade === null ? '' : `，评级为“${reviewedGrade}”`}（${own}）。`;
  const added = sum(known(levels.map((level) => level.reviewed)));
  const isCapped = levels.length > 0 && added.gt(exact(reviewed));
  return isCapped ? `${total}各项得分之和为${plain(added)}分，因预算执行率过低，总分按${reviewed}分封顶。` : total;
}

function levelText({ name, openCount, openWeight, rate, reviewed, settled, weight }: LevelFacts): readonly string[] {
  if (weight === null) return [];
  if (openCount > 0) {
    return [`${name}权重${weight}分、可核定${settled ?? ''}分、待评定${openWeight ?? ''}分（${openCount}项）`];
  }
  return rate === null || reviewed === null
    ? []
    : [`${name}权重${weight}分、得分${reviewed}分、得分率${fixedPercentText(rate)}`];
}

function levelSentence({ levels }: FormFacts): string {
  const parts = levels.flatMap(levelText);
  return parts.length === 0 ? '' : `其中：${parts.join('；')}。`;
}

/** The paragraph for one form. */
export function conclusion(facts: FormFacts): string {
  const project = facts.project === null ? '本项目' : `“${facts.project}”项目`;
  const opening = `${project}：`;
  if (facts.isDisplaced) {
    return `${opening}自评表各行与表头错位，未予计分；请先改正表格再复核。${moneySentence(facts)}`;
  }
  return `${opening}${moneySentence(facts)}${openSentence(facts)}${totalSentence(facts)}${levelSentence(facts)}${lossSentence(facts)}`;
}
