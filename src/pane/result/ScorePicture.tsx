/**
 * Score against weight as bars inside a table: by level-1 heading or by indicator. The figures stand in the table, so
 * the bars are for the eye alone, and work in every theme, in forced colours and at 270 pixels. A chart library would
 * cost more script than the whole pane and draw the same rectangles without the table.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DataBarHorizontalRegular } from '@fluentui/react-icons/svg/data-bar-horizontal';
import { type ReactNode, useState } from 'react';
import { type Exact, plain, sum, zero } from '../../core/exact';
import { amountOf } from '../../core/form/amountOf';
import type { FormReport } from '../../core/report/report';
import { agreementWith } from '../../core/score/agreement';
import type { Totals } from '../../core/score/scores';
import { addUp, carriesPoints, executionPoints, pointsOf, type RowPoints } from '../../core/score/totals';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { rangeText } from './rangeText';
import { useCardStyles } from './useCardStyles';
import { useToggleStyles } from './useToggleStyles';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  head: { textAlign: 'start', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  note: { color: tokens.colorNeutralForeground2 },
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
  // Stripes, so that it does not rest on colour alone.
  open: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '-1px',
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorCompoundBrandBackground} 0 2px, transparent 2px 5px)`,
    '@media (forced-colors: active)': {
      outlineColor: 'Highlight',
      backgroundImage: 'repeating-linear-gradient(135deg, Highlight 0 2px, transparent 2px 5px)',
    },
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

/** One line of the picture. Points; null: there is no such figure. */
interface Line {
  readonly name: string;
  readonly weight: Exact | null;
  readonly stated: Exact | null;
  /** The sum of what is settled. */
  readonly settled: Exact;
  /** How many rows of it are still to be judged. */
  readonly openCount: number;
  /** What the whole line can come to; null where nothing limits it. */
  readonly allowed: Totals['allowed'];
}

/** A row on its way to a line. */
interface Row {
  readonly name: string;
  readonly level1: string;
  readonly weight: Exact | null;
  readonly stated: Exact | null;
  readonly points: RowPoints;
}

/** One row for each indicator, the execution rate of the budget block first. */
function rowsOf({ scores }: FormReport, words: Words): readonly Row[] {
  const { execution, indicators } = scores;
  const rows = indicators.map((score) => ({
    name: score.indicator.name.text,
    level1: score.indicator.level1?.text ?? words.say('otherLevel'),
    weight: amountOf(score.indicator.weight),
    stated: amountOf(score.indicator.score),
    points: pointsOf(score),
  }));
  if (!execution?.weight || !carriesPoints(execution)) return rows;
  const name = words.say('execution');
  const stated = amountOf(execution.block.score);
  return [{ name, level1: name, weight: execution.weight, stated, points: executionPoints(execution) }, ...rows];
}

/** One line of several rows; what is not settled is counted apart. */
function lineOf(name: string, rows: readonly Row[]): Line {
  const { allowed, openCount, settledScore: settled } = addUp(rows.map(({ points }) => points));
  const weights = rows.flatMap(({ weight }) => weight ?? []);
  const scores = rows.flatMap(({ stated }) => stated ?? []);
  return {
    name,
    weight: weights.length > 0 ? sum(weights) : null,
    stated: scores.length > 0 ? sum(scores) : null,
    ...{ allowed, openCount, settled },
  };
}

function byLevel1(rows: readonly Row[]): readonly Line[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.level1, [...(groups.get(row.level1) ?? []), row]);
  return [...groups].map(([name, group]) => lineOf(name, group));
}

/** The part of a whole in percent, for a length on the screen. */
function share(part: Exact | null, whole: Exact | null): string {
  if (!part || !whole?.gt(0)) return '0%';
  const ratio = part.div(whole).toNumber();
  return `${Math.min(Math.max(ratio, 0), 1) * 100}%`;
}

/** The bar of a line: solid what is settled, hatched what is allowed beyond it, and a stroke where the form stands. */
function Bar({ heaviest, line }: { readonly heaviest: Exact; readonly line: Line }): ReactNode {
  const styles = useStyles();
  const { allowed, openCount, settled, stated, weight } = line;
  const { high, low } = allowed ?? { low: settled, high: weight };
  return (
    <div aria-hidden className={styles.track} style={{ width: share(weight, heaviest) }}>
      <div className={styles.bar} style={{ width: share(settled, weight) }} />
      {openCount > 0 && (
        <div
          className={styles.open}
          style={{ left: share(low, weight), right: `calc(100% - ${share(high, weight)})` }}
        />
      )}
      {stated && <div className={styles.stated} style={{ left: `calc(${share(stated, weight)} - 1px)` }} />}
    </div>
  );
}

/** What the rules give for a line: one figure where all of it is settled, else the limits and how much is open. */
function ByRule({ line: { allowed, openCount, settled, stated } }: { readonly line: Line }): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  if (openCount === 0) {
    const isRight = !stated || agreementWith(stated, settled, settled, null) === 'agrees';
    return <td className={mergeClasses(styles.figure, !isRight && styles.differs)}>{plain(settled)}</td>;
  }
  return (
    <td className={styles.figure}>
      {allowed && <div>{rangeText(allowed, words)}</div>}
      <div className={styles.note}>{words.say('pictureOpen', { n: openCount })}</div>
    </td>
  );
}

const views = ['level1', 'indicator'] as const;

/** The picture; nothing where the form has no weights. */
function Picture({ report }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const toggle = useToggleStyles();
  const { words } = usePane();
  const [view, setView] = useState<(typeof views)[number]>('level1');
  const rows = rowsOf(report, words);
  if (rows.every(({ weight }) => weight === null)) return null;
  const lines = view === 'level1' ? byLevel1(rows) : rows.map((row) => lineOf(row.name, [row]));
  const heaviest = lines.reduce((most, { weight }) => (weight?.gt(most) ? weight : most), zero);
  const figure = (amount: Exact | null): string => (amount ? plain(amount) : words.say('noFigure'));
  return (
    <section className={card.section} aria-label={words.say('picture')}>
      <div role="group" aria-label={words.say('pictureBy')} className={styles.buttons}>
        {views.map((one) => (
          <Button
            key={one}
            size="small"
            className={mergeClasses(one === view && toggle.pressed)}
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
          {lines.map((line, index) => (
            <tr key={index} className={styles.row}>
              <th scope="row" className={styles.name}>
                {line.name}
                <Bar line={line} heaviest={heaviest} />
              </th>
              <td className={styles.figure}>{figure(line.weight)}</td>
              <td className={styles.figure}>{figure(line.stated)}</td>
              <ByRule line={line} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={card.aside}>{words.say('pictureKey')}</p>
    </section>
  );
}

/** Offers the picture above the list of scores, which it would push off a small screen. */
export function ScorePicture({ report }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const [isOpen, setOpen] = useState(false);
  if (report.scores.totals.weight === null) return null;
  return (
    <>
      <div className={card.row}>
        <Button
          size="small"
          icon={<DataBarHorizontalRegular />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {words.say('picture')}
        </Button>
      </div>
      {isOpen && <Picture report={report} />}
    </>
  );
}
