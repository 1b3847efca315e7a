/** Cost saving: full marks while nothing was overspent. */
import { greater, one, plain, zero, type Exact } from '../../exact';
import { percentText } from '../executionRate';
import { scored, type RuleOutcome } from '../outcome';
import { figuresOf, type Situation } from '../situation';
import { pointsText, openComparison, actualRatio } from './facts';

/** The saving rate: stated as such, or (target − actual) ÷ target. */
function savingRate(situation: Situation): Exact | null {
  const { name, comparison } = situation;
  if (/节约率|节省率/u.test(name)) return actualRatio(situation);
  const figures = figuresOf(comparison, 'reverse');
  if (!figures || figures.by.bound || figures.target.lte(0)) return null;
  return figures.target.minus(figures.actual).div(figures.target);
}

/** By the saving rate. */
export function applySaving(situation: Situation): RuleOutcome {
  const { weight } = situation;
  const rate = savingRate(situation);
  if (!rate) return openComparison(situation);
  if (rate.gte(0)) return scored(weight, 'saving-met', { rate: percentText(rate), weight: plain(weight) });
  const score = greater(zero, one.minus(rate.abs()).times(weight));
  return scored(score, 'saving-missed', {
    rate: percentText(rate.abs()),
    weight: plain(weight),
    score: pointsText(situation, score),
  });
}
