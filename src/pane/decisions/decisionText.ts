/** A decision as one sentence. */
import type { Decision } from '../../core/decisions/decision';
import { decided } from '../../core/score/premises';
import type { Words } from '../../words';

/** The last part of an indicator's key is its name. */
function nameIn(key: string): string {
  return key.split('/').at(-1) ?? key;
}

/** What a decision is about: an indicator, or the whole form. */
function whereOf(indicator: string | null, words: Words): string {
  return indicator === null ? words.say('wholeForm') : nameIn(indicator);
}

/** The decision in a sentence, without its time. */
export function decisionText(decision: Decision, words: Words): string {
  switch (decision.kind) {
    case 'rule':
      return words.say('decision-rule', { text: decision.text, means: decision.means });
    case 'premise': {
      const { about, choice, facts, indicator } = decision;
      const phrase = words.premiseText(decided(about, choice, facts));
      return words.say('decision-premise', { where: nameIn(indicator), choice: phrase });
    }
    case 'score': {
      const where = decision.indicator === null ? words.say('executionRate') : nameIn(decision.indicator);
      return words.say('decision-score', { where, score: decision.score, reason: decision.reason });
    }
    case 'opinion':
      return words.say('decision-opinion', {
        where: whereOf(decision.indicator, words),
        opinion: decision.opinion,
      });
    case 'explained':
      return words.say('decision-explained', {
        where: whereOf(decision.indicator, words),
        check: words.checkText(decision.check).title,
        reason: decision.reason,
      });
    case 'state':
      return words.say('decision-state', { state: words.say(`state-${decision.state}`) });
  }
}
