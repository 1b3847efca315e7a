/**
 * Score against weight as bars inside a table: by level-1 heading or by indicator. The figures stand in the table, so
 * the bars are for the eye alone, and work in every theme, in forced colours and at 270 pixels. A chart library would
 * cost more script than the whole pane and draw the same rectangles without the table.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type Exact, plain, sum, zero } from '../../core/exact';
import { amountOf } from '../../core/form/amountOf';
import type { FormReport } from '../../core/report/report';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  head: { textAlign: 'start', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  name: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    paddingRight: tokens.spacingHorizontalS,
  },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  figure: { textAlign: 'end', verticalAlign: 'top', paddingLeft: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  differs: { fontWeight: tokens.fontWeightBold },
  // As long as the weight, beside the heaviest.
  track: {
    position: 'relative',
    height: '8px',
    margin: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXS}`,
    backgroundColor: tokens.colorNeutralBackground5,
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    outlineOffset: '-1px',
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', outlineColor: 'CanvasText' },
  },
  bar: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  stated: {
    position: 'absolute',
    top: '-2px',
    bottom: '-2px',
    width: '2px',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** One line of the picture; null: there is no such figure. Points. */
interface Line {
  readonly name: string;
  readonly weight: Exact | null;
  readonly stated: Exact | null;
  readonly computed: Exact | null;
}

/** One line for each indicator, the execution rate of the budget block first. */
function byIndicator({ scores }: FormReport, words: Words): readonly (Line & { readonly level1: string })[] {
  const { execution, indicators } = scores;
  const rows = indicators.map(({ computed, indicator }) => ({
    name: indicator.name.text,
    level1: indicator.level1?.text ?? words.say('otherLevel'),
    weight: amountOf(indicator.weight),
    stated: amountOf(indicator.score),
    computed,
  }));
  const budgetWeight = execution ? amountOf(execution.block.weight) : null;
  if (!execution || !budgetWeight) return rows;
  const name = words.say('execution');
  const stated = amountOf(execution.block.score);
  return [{ name, level1: name, weight: budgetWeight, stated, computed: execution.computed }, ...rows];
}

/** The lines summed by level-1 heading; what a person has to judge counts as it was stated. */
function byLevel1(lines: readonly (Line & { readonly level1: string })[]): readonly Line[] {
  const groups = new Map<string, (Line & { readonly level1: string })[]>();
  for (const line of lines) groups.set(line.level1, [...(groups.get(line.level1) ?? []), line]);
  return [...groups].map(([name, group]) => ({
    name,
    weight: sum(group.map(({ weight }) => weight ?? zero)),
    stated: sum(group.map(({ stated }) => stated ?? zero)),
    computed: sum(group.map(({ computed, stated }) => computed ?? stated ?? zero)),
  }));
}

/** The part of a whole in percent, for a length on the screen. */
function share(part: Exact | null, whole: Exact | null): string {
  if (!part || !whole?.gt(0)) return '0%';
  const ratio = part.div(whole).toNumber();
  return `${Math.min(Math.max(ratio, 0), 1) * 100}%`;
}

const views = ['level1', 'indicator'] as const;

/** The picture; nothing where the form has no weights. */
export function ScorePicture({ report }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { words } = usePane();
  const [view, setView] = useState<(typeof views)[number]>('level1');
  const single = byIndicator(report, words);
  if (single.every(({ weight }) => weight === null)) return null;
  const lines: readonly Line[] = view === 'level1' ? byLevel1(single) : single;
  const heaviest = lines.reduce((most, { weight }) => (weight?.gt(most) ? weight : most), zero);
  const figure = (amount: Exact | null): string => (amount ? plain(amount) : words.say('noFigure'));
  return (
    <section className={card.section} aria-labelledby="picture">
      <h2 id="picture" className={card.heading}>
        {words.say('picture')}
      </h2>
      <div role="group" aria-label={words.say('pictureBy')} className={styles.buttons}>
        {views.map((one) => (
          <Button
            key={one}
            size="small"
            appearance={one === view ? 'primary' : 'outline'}
            aria-pressed={one === view}
            onClick={() => setView(one)}
          >
            {words.say(`pictureBy-${one}`)}
          </Button>
        ))}
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['pictureName', 'weight', 'statedShort', 'computed'] as const).map((key, index) => (
              <th key={key} scope="col" className={mergeClasses(styles.head, index > 0 && styles.figure)}>
                {words.say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ computed, name, stated, weight }, index) => (
            <tr key={index} className={styles.row}>
              <th scope="row" className={styles.name}>
                {name}
                <div aria-hidden className={styles.track} style={{ width: share(weight, heaviest) }}>
                  <div className={styles.bar} style={{ width: share(computed ?? stated, weight) }} />
                  {stated && <div className={styles.stated} style={{ left: `calc(${share(stated, weight)} - 1px)` }} />}
                </div>
              </th>
              <td className={styles.figure}>{figure(weight)}</td>
              <td className={styles.figure}>{figure(stated)}</td>
              <td
                className={mergeClasses(
                  styles.figure,
                  computed !== null && stated?.eq(computed) === false && styles.differs,
                )}
              >
                {figure(computed)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={card.aside}>{words.say('pictureKey')}</p>
    </section>
  );
}
