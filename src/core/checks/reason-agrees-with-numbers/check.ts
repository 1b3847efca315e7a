/** A reason may not say otherwise than the numbers of its row. */
import { exact, hundred, plain, sum } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Indicator } from '../../form/form';
import { fold } from '../../value/normalise';
import { defineCheck } from '../defineCheck';
import { figuresFor } from '../shared/figuresInText';
import { spokenReason } from '../shared/spoken';

const done =
  /(?<!未|没有|尚未|不|部分)(?:已?全部完成|完成全部|按期完成|按时完成|达到目标值|达到年度目标|超额完成|完成率(?:为|达|达到)?100%)/u;
const missed = /未(?:能)?(?:全部|按期|按时|及时)?(?:完成|达到|达标|实现)(?!原因|的原因|情况)/u;
const rate = /完成率(?:为|是|达|达到|仅|只有)*(\d+(?:\.\d+)?)%/u;
const deducted = /(?<!每.{0,12})扣(?:除|减|掉)?了?(\d+(?:\.\d+)?)分/gu;
/** A rule that was copied into the reason column says nothing about this row. */
const rule = /得\d+(?:\.\d+)?分|扣完为止|否则不得分/u;

/** 实际完成95人 beside an actual of 90人: a figure that the reason gives for the actual and that is another one. */
function otherFigure({ actual }: Indicator, text: string): string | null {
  const value = actual?.value;
  if (value?.kind !== 'quantity' || !value.unit || value.unit.per || value.approximate || value.comparator) return null;
  const figures = figuresFor('实际', value.unit, fold(text).text);
  const [first] = figures ?? [];
  const isOther = figures?.every(({ is, number }) => is === 'exact' && !number.eq(value.number)) ?? false;
  return first && isOther && !sum((figures ?? []).map(({ number }) => number)).eq(value.number) ? first.quoted : null;
}

export const reasonAgreesWithNumbers = defineCheck({
  id: 'reason-agrees-with-numbers',
  severity: 'P1',
  scope: 'indicators',
  yieldsTo: ['reason-not-pasted', 'score-within-weight', 'score-within-tier', 'score-admissible', 'score-matches-rule'],
  messages: {
    saysDone: ['name', 'reason', 'completion'],
    saysMissed: ['name', 'reason', 'score'],
    rate: ['name', 'stated', 'completion'],
    points: ['name', 'stated', 'lost'],
    figure: ['name', 'stated', 'actual'],
  },

  findInRow({ completion, indicator }, _, report) {
    const { actual, isAdjustment, key, name, reason, score, weight } = indicator;
    const full = amountOf(weight);
    const written = amountOf(score);
    const text = spokenReason(reason).normalize('NFKC');
    // A merged reason speaks for several rows; which of them a number belongs to is open.
    if (!reason || isAdjustment || reason.merge || text === '' || rule.test(text)) return;
    const remark = { cells: [reason.ref], indicator: key, found: reason.text.trim() };
    const facts = { name: name.text, reason: reason.text.trim() };
    const percent = completion ? `${completion.times(hundred).toFixed(2)}%` : '';

    const claimed = rate.exec(text)?.[1];
    if (claimed !== undefined && completion) {
      const places = claimed.split('.')[1]?.length ?? 0;
      const half = exact(5).div(exact(10).pow(places + 1));
      if (exact(claimed).minus(completion.times(hundred)).abs().gt(half)) {
        report('rate', { ...remark, facts: { name: name.text, stated: `${claimed}%`, completion: percent } });
        return;
      }
    }
    const points = [...text.matchAll(deducted)].map(([, number = '']) => number);
    const [only] = points;
    if (only !== undefined && points.length === 1 && full && written && !exact(only).eq(full.minus(written))) {
      report('points', { ...remark, facts: { name: name.text, stated: only, lost: plain(full.minus(written)) } });
    } else if (actual && otherFigure(indicator, text)) {
      const stated = otherFigure(indicator, text) ?? '';
      const cells = [reason.ref, actual.cell.ref];
      report('figure', { ...remark, cells, facts: { name: name.text, stated, actual: actual.cell.text.trim() } });
    } else if (completion?.lt(1) && done.test(text)) {
      report('saysDone', { ...remark, facts: { ...facts, completion: percent } });
    } else if (full && written?.gte(full) && missed.test(text) && !completion?.lt(1)) {
      report('saysMissed', { ...remark, facts: { ...facts, score: plain(written) } });
    }
  },
});
