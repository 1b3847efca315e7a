/** Points by a named level. */
import { lesser, plain } from '../../exact';
import type { LevelsRule } from '../../rubric/rule';
import { fold } from '../../value/normalise';
import { oneOf, scored, type Outcome } from '../outcome';
import type { Situation } from '../situation';
import { worth, pointsText, sourceText } from './facts';

/** The points of the level that the actual names word for word, else those of all levels. */
export function applyLevels({ levels }: LevelsRule, situation: Situation): Outcome {
  const { weight } = situation;
  const words = fold(sourceText(situation.actual)).text;
  const level = words === '' ? undefined : levels.find(({ name }) => fold(name).text === words);
  if (level) {
    const score = lesser(weight, worth(level.award, weight));
    return scored(score, 'level', { level: level.name, score: pointsText(situation, score) });
  }
  const scores = levels.map(({ award }) => lesser(weight, worth(award, weight)));
  const names = levels.map(({ name, award }) => `${name} ${plain(worth(award, weight))}`).join('、');
  return oneOf(scores, 'levels-open', { levels: names });
}
