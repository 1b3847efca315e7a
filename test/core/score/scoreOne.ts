/** Scores a form of one indicator, for tests of single rules. */
import { scoreForm } from '../../../src/core/score/scoreForm';
import type { IndicatorScore } from '../../../src/core/score/scores';
import { defaultProfile, profileById } from '../../../src/core/rubric/profiles';
import type { Rubric } from '../../../src/core/rubric/rubric';
import { formOf, type FormSpec, type IndicatorSpec } from '../../support/formBuilder';

/** The built-in profile of that id. @throws Error when there is none. */
export function profile(id: string): Rubric {
  const found = profileById(id);
  if (!found) throw new Error(`there is no profile ${id}`);
  return found;
}

/** The score of one indicator under a profile, the national one when none is given. */
export function scoreOne(
  spec: IndicatorSpec,
  rubric: Rubric = defaultProfile,
  rest: Omit<FormSpec, 'indicators'> = {},
): IndicatorScore {
  const [score] = scoreForm(formOf({ ...rest, indicators: [spec] }), rubric).indicators;
  if (!score) throw new Error('the form has one indicator, but no score came back');
  return score;
}

/** The computed score as text, or null. */
export function pointsOf(
  spec: IndicatorSpec,
  rubric: Rubric = defaultProfile,
  rest: Omit<FormSpec, 'indicators'> = {},
): string | null {
  return scoreOne(spec, rubric, rest).computed?.toFixed() ?? null;
}

/** The limits as text: "[8, 10]", "[6, 8)"; null where there are none. */
export function limitsOf(score: IndicatorScore): string | null {
  const { interval } = score;
  if (!interval) return null;
  return `[${interval.low.toFixed()}, ${interval.high.toFixed()}${interval.includesHigh ? ']' : ')'}`;
}
