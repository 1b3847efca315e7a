/** Points by a named level. */
import { lesser, plain, zero } from '../../exact';
import type { LevelsRule } from '../../rubric/rule';
import { between, oneOf, open, scored, type RuleOutcome } from '../outcome';
import type { Situation } from '../situation';
import { namedBy } from './clauses/namedBy';
import { isItemised, worth, pointsText } from './facts';

/** The points of the level that the actual names, else those of all levels. */
export function applyLevels({ levels }: LevelsRule, situation: Situation): RuleOutcome {
  const { weight } = situation;
  const index = namedBy(
    situation.actual,
    levels.map(({ name }) => name),
  );
  const level = index === null ? undefined : levels[index];
  if (level) {
    const score = lesser(weight, worth(level.award, weight));
    return scored(score, 'level', { level: level.name, score: pointsText(situation, score) });
  }
  const scores = levels.map(({ award }) => lesser(weight, worth(award, weight)));
  const names = levels.map(({ name, award }) => `${name} ${plain(worth(award, weight))}`).join('、');
  if (isItemised(scores, weight)) {
    return open('rule-needs-person', between(zero, weight), 'levels-open', { levels: names });
  }
  return oneOf(scores, 'levels-open', { levels: names });
}
