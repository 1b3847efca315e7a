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

function moneySentence({ budget, executed, isMoneyUnitStated, rate, written }: FormFacts): string {
  if (budget === null || executed === null) return '';
  const note = isMoneyUnitStated ? '' : '（表内未注明金额单位，按万元计）';
  const percent = rate === null ? '' : `，预算执行率${written.rate ?? fixedPercentText(rate)}`;
  return `项目全年预算数${written.budget ?? budget}万元，全年执行数${written.executed ?? executed}万元${percent}${note}。`;
}

/** How many questions there are, before anything is said of points: P0 first, then what nobody has judged yet. */
function openSentence({ fatal, important, openCount, openWeight, passed }: FormFacts): string {
  const found = [
    ...(fatal > 0 ? [`致命问题（P0）${fatal}项未改`] : []),
    ...(important > 0 ? [`重要问题（P1）${important}项未改`] : []),
  ];
  const open = openCount > 0 ? [`有${openCount}项指标待评定，分值共${openWeight ?? ''}分`] : [];
  const explained = passed > 0 ? [`${passed}个问题经单位说明后通过，不再计入`] : [];
  const first = fatal > 0 ? `复核发现${found.join('、')}` : ['复核未发现致命问题（P0）', ...found].join('，有');
  return `${[first, ...open, ...explained].join('；')}。`;
}

/** What the points rest on, row by row, and which rows they do not rest on. */
function basisSentence({ indicators, rubric, unmatched }: FormFacts): string {
  const count = (isCounted: (row: IndicatorFacts) => boolean): number => indicators.filter(isCounted).length;
  const byRule = (from: IndicatorFacts['ruleFrom']): number =>
    count(({ basis, ruleFrom }) => basis === 'rule' && ruleFrom === from);
  const confirmed = count(({ basis, settledBy }) => basis === 'rule' && settledBy.length > 0);
  const parts = [
    { n: byRule('form'), text: '按表内评分标准计算' },
    { n: byRule('profile'), text: `按“${rubric}”计算` },
    { n: count(({ basis }) => basis === 'given'), text: '由复核人评定' },
    { n: count(({ basis }) => basis === 'explained'), text: '经单位说明保留自评得分' },
  ].flatMap(({ n, text }) => (n === 0 ? [] : [`${text}${n}项`]));
  const open = count(({ basis }) => basis === 'open');
  const rests = [
    ...(parts.length === 0 ? [] : [parts.join('，')]),
    ...(confirmed === 0 ? [] : [`其中${confirmed}项的规则或口径由复核人确认`]),
    ...(open === 0 ? [] : [`${open}项尚未评定，不在得分之内`]),
    ...(unmatched === 0 ? [] : [`另有${unmatched}条复核记录与表未对上，没有采用`]),
  ];
  return rests.length === 0 ? '' : `得分依据：${rests.join('；')}。`;
}

function allowedText({ high, low }: FormFacts): string {
  if (low === null || high === null) return '';
  return low === high ? `，允许的总分为${low}分` : `，允许的总分在${low}分至${high}分之间`;
}

function totalSentence(facts: FormFacts): string {
  const { grade, levels, openCount, openWeight, reviewed, reviewedGrade, ruled, settled, stated, written } = facts;
  const own =
    stated === null
      ? '自评未填总分'
      : `自评得分${written.stated ?? stated}分${grade === null ? '' : `，等级“${grade}”`}`;
  if (openCount > 0) {
    const parts = `可核定得分${settled ?? ''}分，待评定${openWeight ?? ''}分${allowedText(facts)}`;
    return `${parts}；总分和等级在评定之后确定（${own}）。`;
  }
  if (reviewed === null) return `复核总分尚不能得出（有指标缺少得分或依据），${own}。`;
  const alone = ruled === null || ruled === reviewed ? '' : `；单按规则为${ruled}分`;
  const same = written.stated !== null && stated === reviewed ? written.stated : reviewed;
  const total = `经复核，总分${same}分${reviewedGrade === null ? '' : `，评级为“${reviewedGrade}”`}（${own}${alone}）。`;
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

/**
 * The paragraph for one form.
 *
 * @param inPart what of the form could not be reviewed, in one sentence: it is said ahead of every figure.
 */
export function conclusion(facts: FormFacts, inPart: string | null = null): string {
  const project = facts.project === null ? '本项目' : `“${facts.project}”项目`;
  const opening = `${project}：${inPart ?? ''}`;
  if (facts.isDisplaced) {
    return `${opening}自评表各行与表头错位，未予计分；请先改正表格再复核。${moneySentence(facts)}`;
  }
  return `${opening}${moneySentence(facts)}${openSentence(facts)}${basisSentence(facts)}${totalSentence(facts)}${levelSentence(facts)}${lossSentence(facts)}`;
}
