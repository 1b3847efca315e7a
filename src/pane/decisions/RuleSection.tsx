/** The rule text of a row with what was not understood, and the way to say what it means, seen before it is kept. */
import { Button, Textarea } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { longestWords } from '../../core/decisions/decision';
import { type Exact, plain } from '../../core/exact';
import { ruleKey } from '../../core/decisions/formDecisions';
import type { Indicator } from '../../core/form/form';
import type { FormReport } from '../../core/report/report';
import type { TriedRule } from '../../core/report/tryRule';
import type { CompiledRule } from '../../core/rubric/compiledRule';
import type { IndicatorScore } from '../../core/score/scores';
import { weightOf } from '../../core/score/situation';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld } from '../state';
import { useRaise } from '../useRaise';
import { ClausePicker } from './ClausePicker';
import { ClauseText } from './ClauseText';
import { withClause } from '../../core/rubric/clauseChoices';
import { KnownWording } from './KnownWording';
import type { Deciding } from './useDecide';

interface RuleSectionProps extends Pick<Deciding, 'decide'> {
  readonly report: FormReport;
  readonly score: IndicatorScore;
}

/** What a rule text is read as; null until that is there. */
function useReadRule(indicator: Indicator): CompiledRule | null {
  const { services } = usePane();
  const raise = useRaise();
  const [compiled, setCompiled] = useState<CompiledRule | null>(null);
  const { isExecutionRate } = indicator;
  const text = indicator.rule?.text ?? '';
  useEffect(() => {
    services.readRule(text, isExecutionRate, weightOf(indicator)).then(setCompiled, raise);
  }, [services, text, isExecutionRate, indicator, raise]);
  return compiled;
}

/** What a sentence would give for the row; null while there is none. */
function useTried(report: FormReport, indicator: string, sentence: string): TriedRule | null {
  const { services } = usePane();
  const raise = useRaise();
  const [tried, setTried] = useState<TriedRule | null>(null);
  useEffect(() => {
    let isCurrent = true;
    services.tryRule(report, indicator, sentence).then((outcome) => {
      if (isCurrent) setTried(outcome);
    }, raise);
    return () => {
      isCurrent = false;
    };
  }, [services, report, indicator, sentence, raise]);
  return sentence.trim() === '' ? null : tried;
}

interface PreviewProps {
  readonly tried: TriedRule;
}

/** What is understood of the sentence, and the score that it gives this row. */
function Preview({ tried: { compiled, rows, score } }: PreviewProps): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  return (
    <>
      <ClauseText compiled={compiled} />
      {score ? (
        <>
          <p className={card.text}>{words.say('ruleGives', { sum: words.derivationText(score.derivation) })}</p>
          <p className={card.aside}>{words.say('ruleRows', { n: rows })}</p>
        </>
      ) : (
        <p className={card.text}>{words.say('ruleNotYet')}</p>
      )}
    </>
  );
}

function Editor({ decide, report, score, text }: RuleSectionProps & { readonly text: string }): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const [sentence, setSentence] = useState(score.rule.means ?? '');
  const tried = useTried(report, score.indicator.key, sentence);
  const isReady = tried?.score != null && !isHeld(state);
  return (
    <div className={card.section}>
      <Textarea
        aria-label={words.say('ruleSentence')}
        placeholder={words.say('ruleSentence')}
        maxLength={longestWords.means}
        resize="vertical"
        value={sentence}
        onChange={(_, { value }) => setSentence(value)}
      />
      <ClausePicker onAdd={(clause) => setSentence(withClause(sentence, clause))} />
      {tried && <Preview tried={tried} />}
      <div className={card.row}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={!isReady}
          onClick={() => {
            if (isReady) decide({ kind: 'rule', text, means: sentence.trim() });
          }}
        >
          {words.say('ruleKeep')}
        </Button>
      </div>
    </div>
  );
}

interface VerdictProps {
  readonly compiled: CompiledRule;
  /** Of the row, in points. */
  readonly weight: Exact | null;
}

/** Whether all of a text is understood; a text that only gives more than the weight is, and still leaves the row open. */
function Verdict({ compiled, weight }: VerdictProps): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const { clauses, notUnderstood, problems } = compiled;
  const isUnread =
    notUnderstood.length > 0 ||
    problems.some(({ kind }) => kind !== 'award-above-weight') ||
    clauses.some(({ isRead, kind, moves }) => kind === 'unread' || (!isRead && moves !== 'none'));
  return (
    <>
      <p className={card.aside}>{words.say(isUnread ? 'ruleUnread' : 'ruleReadAll')}</p>
      {problems.map(({ kind, texts: pieces }, place) => {
        const texts = pieces.join(words.say('listComma'));
        return (
          <p key={place} className={card.text}>
            {kind === 'award-above-weight'
              ? words.say('ruleAboveWeight', { texts, weight: weight ? plain(weight) : '' })
              : words.say('ruleContradicts', { texts })}
          </p>
        );
      })}
    </>
  );
}

/** Nothing where the row has no rule text of its own. */
export function RuleSection(props: RuleSectionProps): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const { indicator } = props.score;
  const text = indicator.rule?.text ?? '';
  const compiled = useReadRule(indicator);
  const [isOpen, setOpen] = useState(false);
  if (text.trim() === '' || !compiled) return null;
  return (
    <section className={card.section} aria-labelledby="judge-rule">
      <h3 id="judge-rule" className={card.heading}>
        {words.say('ruleHead')}
      </h3>
      <ClauseText compiled={compiled} />
      <Verdict compiled={compiled} weight={weightOf(indicator)} />
      <KnownWording report={props.report} decide={props.decide} text={text} />
      <div className={card.row}>
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.say('ruleSay')}
        </Button>
      </div>
      {isOpen && <Editor {...props} text={ruleKey(text)} />}
    </section>
  );
}
