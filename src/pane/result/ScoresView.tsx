/** How every indicator scores: as stated, by the rule, and by which sum. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { hundred, plain } from '../../core/exact';
import type { CellReading } from '../../core/form/form';
import type { FormReport } from '../../core/report/report';
import { byOpenPremises } from '../../core/score/readings';
import type { ExecutionScore, GoverningRule, IndicatorScore, ScoreInterval } from '../../core/score/scores';
import { executionStanding, type Standing, standingOf } from '../../core/score/standing';
import { type CellRef, toA1 } from '../../core/sheet/cellRef';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { type ShownFact, Facts } from './Facts';
import { RuleText } from './RuleText';
import { ScorePicture } from './ScorePicture';
import { StandingLine } from './StandingLine';
import { useCardStyles } from './useCardStyles';
import { Ways } from './Ways';

/** What a number cell shows; an empty one is said to be empty. */
function readingText(reading: CellReading | null, words: Words): string {
  if (!reading) return words.say('noFigure');
  return reading.cell.text.trim() || words.say('emptyCell');
}

const textOr = (text: string | undefined, words: Words): string => text?.trim() || words.say('emptyCell');

function intervalText({ high, includesHigh, low }: ScoreInterval, words: Words): string {
  return words.say(includesHigh ? 'betweenInclusive' : 'betweenExclusive', { low: plain(low), high: plain(high) });
}

/** What is left to judge: the limits, the only scores possible, or why nothing can be said. */
function limitsText({ admissible, interval, leftOpen }: IndicatorScore, words: Words): string {
  if (admissible) return words.say('oneOf', { scores: admissible.map(plain).join(' / ') });
  if (interval) return intervalText(interval, words);
  return leftOpen ? words.say(`leftOpen-${leftOpen}`) : words.say('noFigure');
}

/** The score by the rule: a settled figure, or that it is open and within which limits. */
function computedText(score: IndicatorScore, words: Words): string {
  const { certainty, computed } = score;
  if (certainty === 'settled' && computed) return plain(computed);
  return words.say('openScore', { limits: limitsText(score, words) });
}

interface CardProps {
  readonly sheetId: string;
  readonly cell: CellRef;
  readonly name: string;
  readonly standing: Standing;
  readonly facts: readonly ShownFact[];
  /** Key of the indicator that a person may judge; null where there is none. */
  readonly indicator: string | null;
}

function ScoreCard({ cell, facts, indicator, name, sheetId, standing }: CardProps): ReactNode {
  const card = useCardStyles();
  const { actions, dispatch, words } = usePane();
  return (
    <li className={card.card}>
      <button
        type="button"
        className={card.title}
        onClick={({ currentTarget }) => actions.reveal(sheetId, cell, () => currentTarget.focus())}
      >
        <span className={card.cell}>{toA1(cell)}</span>
        {name}
      </button>
      <StandingLine standing={standing} />
      <Facts facts={facts} />
      {indicator !== null && (
        <div className={card.row}>
          <Button
            size="small"
            aria-label={words.say('judgeRow', { name })}
            onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'judge', indicator } })}
          >
            {words.say('judgeNow')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** The rule, and of a rule that the form states itself what was understood of it. */
function ruleFacts(rule: GoverningRule, words: Words): readonly ShownFact[] {
  const facts: ShownFact[] = [{ name: words.say('rule'), value: <RuleText rule={rule} />, isWide: true }];
  if (rule.source !== 'form') return facts;
  const { notUnderstood } = rule;
  facts.push(
    notUnderstood.length > 0
      ? { name: words.say('notUnderstood'), value: notUnderstood.join('\n'), isWide: true, isStrong: true }
      : { name: words.say('understood'), value: words.say('understoodAll'), isWide: true },
  );
  return facts;
}

/** One sum, or the ways to read the row where they differ. */
function sumFact({ certainty, derivation, readings }: IndicatorScore, words: Words): ShownFact {
  return certainty === 'readings'
    ? { name: words.say('ways'), value: <Ways readings={byOpenPremises(readings)} />, isWide: true }
    : { name: words.say('derivation'), value: words.derivationText(derivation), isWide: true };
}

function indicatorFacts(score: IndicatorScore, { isSettled, written }: Standing, words: Words): readonly ShownFact[] {
  const { indicator, rule } = score;
  const isStrong = written === 'wrong';
  return [
    { name: words.say('target'), value: textOr(indicator.target?.cell.text, words) },
    { name: words.say('actual'), value: textOr(indicator.actual?.cell.text, words) },
    { name: words.say('weight'), value: readingText(indicator.weight, words) },
    { name: words.say('stated'), value: readingText(indicator.score, words), isStrong },
    // A figure stands beside the other figures, what is open in a line of its own.
    {
      name: words.say('computed'),
      value: computedText(score, words),
      isStrong: isStrong && isSettled,
      isWide: !isSettled,
    },
    sumFact(score, words),
    ...ruleFacts(rule, words),
  ];
}

function executionFacts(score: ExecutionScore, { written }: Standing, words: Words): readonly ShownFact[] {
  const { block, computed, derivation, rate, rule } = score;
  const isStrong = written === 'wrong';
  return [
    {
      name: words.say('rate'),
      value: rate ? words.say('percent', { n: rate.times(hundred).toFixed(2) }) : words.say('noFigure'),
    },
    { name: words.say('weight'), value: readingText(block.weight, words) },
    { name: words.say('stated'), value: readingText(block.score, words), isStrong },
    { name: words.say('computed'), value: computed ? plain(computed) : words.say('noFigure'), isStrong },
    { name: words.say('derivation'), value: words.derivationText(derivation), isWide: true },
    ...ruleFacts(rule, words),
  ];
}

/** Indicators that follow each other under one level-1 heading. */
function byLevel1(scores: readonly IndicatorScore[]): readonly {
  readonly heading: string | null;
  readonly scores: readonly IndicatorScore[];
}[] {
  const groups: { heading: string | null; scores: IndicatorScore[] }[] = [];
  for (const score of scores) {
    const heading = score.indicator.level1?.text ?? null;
    const last = groups.at(-1);
    if (last?.heading === heading) last.scores.push(score);
    else groups.push({ heading, scores: [score] });
  }
  return groups;
}

/** The list of scores. */
export function ScoresView({ report }: { readonly report: FormReport }): ReactNode {
  const { form, scores } = report;
  const card = useCardStyles();
  const { words } = usePane();
  const { execution } = scores;
  const { sheetId } = form;
  return (
    <div className={card.section}>
      <ScorePicture report={report} />
      <p className={card.aside}>{words.say('scoresHint')}</p>
      {execution && (
        <section className={card.section} aria-labelledby="scores-execution">
          <h2 id="scores-execution" className={card.heading}>
            {words.say('execution')}
          </h2>
          <ul className={card.list}>
            <ScoreCard
              sheetId={sheetId}
              cell={
                (execution.block.score ?? execution.block.rate)?.cell.ref ?? {
                  row: execution.block.area.top,
                  column: execution.block.area.left,
                }
              }
              name={words.say('execution')}
              indicator={null}
              standing={executionStanding(execution)}
              facts={executionFacts(execution, executionStanding(execution), words)}
            />
          </ul>
        </section>
      )}
      {byLevel1(scores.indicators).map((group, index) => (
        <section key={index} className={card.section} aria-labelledby={`scores-${index}`}>
          <h2 id={`scores-${index}`} className={card.heading}>
            {group.heading ?? words.say('otherLevel')}
          </h2>
          <ul className={card.list}>
            {group.scores.map((score) => {
              const standing = standingOf(score);
              return (
                <ScoreCard
                  key={score.indicator.key}
                  sheetId={sheetId}
                  cell={score.indicator.name.cell.ref}
                  name={score.indicator.name.text}
                  indicator={score.indicator.shift === null ? score.indicator.key : null}
                  standing={standing}
                  facts={indicatorFacts(score, standing, words)}
                />
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
