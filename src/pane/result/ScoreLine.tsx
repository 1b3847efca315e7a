/** One score in one line (name, weight, both scores, whether they agree), which opens to values, sum and rule. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import { hundred } from '../../core/exact';
import { byOpenPremises } from '../../core/score/readings';
import type { ExecutionScore, GoverningRule, IndicatorScore } from '../../core/score/scores';
import { toA1 } from '../../core/sheet/cellRef';
import type { Words } from '../../words/wordsOf';
import type { Pane } from '../context';
import type { Roving } from '../useRoving';
import { type ShownFact, Facts } from './Facts';
import { type LineStanding, OpenableLine } from './OpenableLine';
import { RuleText } from './RuleText';
import { computedText, type ScoreRow } from './scoreRows';
import { StandingLine } from './StandingLine';
import { useCardStyles } from './useCardStyles';
import { Ways } from './Ways';

const wide = '@container pane (min-width: 480px)';

export const useScoreColumns = makeStyles({
  // Side by side from 480 pixels on, else the figures in a line below the name.
  row: {
    flexGrow: 1,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    [wide]: { gridTemplateColumns: 'minmax(0, 1fr) 44px 52px 64px 132px', alignItems: 'start' },
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    [wide]: { display: 'contents' },
  },
  figure: { fontVariantNumeric: 'tabular-nums', [wide]: { textAlign: 'end' } },
  label: {
    color: tokens.colorNeutralForeground2,
    marginRight: '2px',
    [wide]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  },
  differs: { fontWeight: tokens.fontWeightBold },
});

const textOr = (text: string | undefined, words: Words): string => text?.trim() || words.say('emptyCell');

/** The rule, and of a rule that the form states itself what was understood of it. */
function ruleFacts(rule: GoverningRule, isAbove: boolean, words: Words): readonly ShownFact[] {
  const facts: ShownFact[] = isAbove
    ? []
    : [{ name: words.say('rule'), value: <RuleText rule={rule} />, isWide: true }];
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

function indicatorFacts(score: IndicatorScore, isSettled: boolean, words: Words): readonly ShownFact[] {
  const { indicator } = score;
  return [
    { name: words.say('target'), value: textOr(indicator.target?.cell.text, words) },
    { name: words.say('actual'), value: textOr(indicator.actual?.cell.text, words) },
    ...(isSettled ? [] : [{ name: words.say('computed'), value: computedText(score, words), isWide: true }]),
    sumFact(score, words),
  ];
}

function executionFacts({ derivation, rate }: ExecutionScore, words: Words): readonly ShownFact[] {
  const percent = rate ? words.say('percent', { n: rate.times(hundred).toFixed(2) }) : words.say('noFigure');
  return [
    { name: words.say('rate'), value: percent },
    { name: words.say('derivation'), value: words.derivationText(derivation), isWide: true },
  ];
}

function factsOf({ of, rule, standing }: ScoreRow, isRuleAbove: boolean, words: Words): readonly ShownFact[] {
  const own =
    of.kind === 'indicator' ? indicatorFacts(of.score, standing.isSettled, words) : executionFacts(of.score, words);
  return [...own, ...ruleFacts(rule, isRuleAbove, words)];
}

/** By what a person judges the row; null: the execution rate. Undefined: a row beside its header is mended, one without a weight filled in. */
function judgedIn({ of }: ScoreRow): string | null | undefined {
  if (of.kind === 'execution') return of.score.weight ? null : undefined;
  const { indicator } = of.score;
  return indicator.shift === null ? indicator.key : undefined;
}

export interface ScoreLineProps
  extends LineStanding, Pick<Roving, 'keep' | 'focus'>, Pick<Pane, 'actions' | 'dispatch' | 'words'> {
  readonly row: ScoreRow;
  readonly index: number;
  readonly sheetId: string;
  readonly isRuleAbove: boolean;
}

export const ScoreLine = memo(function ScoreLine(props: ScoreLineProps): ReactNode {
  const { actions, dispatch, focus, index, isOpen, isRuleAbove, row, sheetId, words } = props;
  const card = useCardStyles();
  const columns = useScoreColumns();
  const { cell, computed, key, name, standing, stated, weight } = row;
  const judged = judgedIn(row);
  const isWrong = standing.written === 'wrong';
  const figures = [
    { label: words.say('weight'), value: weight, isStrong: false },
    { label: words.say('statedShort'), value: stated, isStrong: isWrong },
    { label: words.say('computed'), value: computed, isStrong: isWrong && standing.isSettled },
  ];
  return (
    <OpenableLine
      {...props}
      name={`score ${key}`}
      press={() => {
        dispatch({ type: 'score-reached', index });
        dispatch({ type: 'line-toggled', key: `score ${key}` });
        if (!isOpen) actions.reveal(sheetId, cell, () => focus(index));
      }}
      reach={() => dispatch({ type: 'score-reached', index })}
      head={
        <span className={columns.row}>
          <span className={columns.name}>
            <span className={card.address}>{toA1(cell)}</span>
            {words.say('addressEnd')}
            {name}
          </span>
          <span className={columns.figures}>
            {figures.map(({ isStrong, label, value }) => (
              <span key={label} className={mergeClasses(columns.figure, isStrong && columns.differs)}>
                <span className={columns.label}>{label}</span>
                {value}
              </span>
            ))}
            <StandingLine standing={standing} />
          </span>
        </span>
      }
    >
      {isOpen && <Facts facts={factsOf(row, isRuleAbove, words)} />}
      {judged !== undefined && (
        <div className={card.row}>
          <Button
            size="small"
            aria-label={words.say('judgeRow', { name })}
            data-place={`judge ${judged ?? 'execution'}`}
            onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'judge', indicator: judged } })}
          >
            {words.say('judgeNow')}
          </Button>
        </div>
      )}
    </OpenableLine>
  );
});
