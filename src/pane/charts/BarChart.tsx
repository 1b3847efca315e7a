/**
 * Bars beside each other in groups, for the eye alone: whoever shows them puts the same figures in a table for the ear.
 * Lengths are parts of what is there, so that it fits any width; looks differ by fill, outline and stripes, so that
 * nothing rests on colour.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { scaleOf, partOf } from './scale';

/** The room behind the longest bar for its figure. */
const figureRoom = '6.5em';

const useStyles = makeStyles({
  root: { minWidth: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalXS,
  },
  key: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  swatch: { width: '16px', height: '10px', flexShrink: 0 },
  // From 480 pixels on the names stand beside their bars.
  group: {
    '@container pane (min-width: 480px)': {
      display: 'grid',
      gridTemplateColumns: '30% 1fr',
      columnGap: tokens.spacingHorizontalS,
      alignItems: 'center',
    },
  },
  name: { overflowWrap: 'anywhere' },
  plot: {
    position: 'relative',
    padding: `${tokens.spacingVerticalXXS} 0`,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  lines: { position: 'absolute', top: 0, bottom: 0, left: 0, right: figureRoom },
  line: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    borderLeft: `${tokens.strokeWidthThin} dotted ${tokens.colorNeutralStrokeAccessible}`,
  },
  row: { position: 'relative', display: 'flex', alignItems: 'center', height: '16px' },
  track: { position: 'absolute', top: '3px', bottom: '3px', left: 0, right: figureRoom },
  bar: { position: 'absolute', top: 0, bottom: 0, left: 0, boxSizing: 'border-box', forcedColorAdjust: 'none' },
  figure: {
    position: 'absolute',
    paddingLeft: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  isStrong: { fontWeight: tokens.fontWeightBold },
  scale: { position: 'relative', height: '1.4em', marginRight: figureRoom },
  tick: { position: 'absolute', transform: 'translateX(-50%)', color: tokens.colorNeutralForeground2 },
  outlined: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', border: '1px solid CanvasText' },
  },
  quiet: {
    backgroundColor: tokens.colorNeutralForeground3,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  strong: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  striped: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorCompoundBrandBackground} 0 2px, transparent 2px 5px)`,
    '@media (forced-colors: active)': {
      border: '1px solid Highlight',
      backgroundImage: 'repeating-linear-gradient(135deg, Highlight 0 2px, transparent 2px 5px)',
    },
  },
});

/** How a bar is drawn: an empty frame, grey, in the colour of the brand, or striped for what is not settled. */
type BarLook = 'outlined' | 'quiet' | 'strong' | 'striped';

/** One bar. */
export interface PictureBar {
  readonly look: Exclude<BarLook, 'striped'>;
  /** In the unit of the axis. */
  readonly length: number;
  /** What is written behind it. */
  readonly figure: string;
  readonly isStrong?: boolean;
  /** Striped from one length to another. */
  readonly open?: { readonly from: number; readonly to: number };
}

export interface BarGroup {
  readonly name: string;
  readonly bars: readonly PictureBar[];
}

export interface BarChartProps {
  readonly groups: readonly BarGroup[];
  /** What the looks mean; empty where the heading says it. */
  readonly legend: readonly { readonly look: BarLook; readonly name: string }[];
}

function BarRow({ bar, end }: { readonly bar: PictureBar; readonly end: number }): ReactNode {
  const styles = useStyles();
  const { figure, isStrong = false, length, look, open } = bar;
  const reach = Math.max(length, open?.to ?? 0);
  return (
    <div className={styles.row}>
      <div className={styles.track}>
        <div className={mergeClasses(styles.bar, styles[look])} style={{ width: partOf(length, end) }} />
        {open && open.to > open.from && (
          <div
            className={mergeClasses(styles.bar, styles.striped)}
            style={{ left: partOf(open.from, end), width: partOf(open.to - open.from, end) }}
          />
        )}
      </div>
      <span
        className={mergeClasses(styles.figure, isStrong && styles.isStrong)}
        style={{ left: `calc((100% - ${figureRoom}) * ${partOf(reach, end).replace('%', '')} / 100)` }}
      >
        {figure}
      </span>
    </div>
  );
}

export function BarChart({ groups, legend }: BarChartProps): ReactNode {
  const styles = useStyles();
  const lengths = groups.flatMap(({ bars }) => bars.flatMap(({ length, open }) => [length, open?.to ?? 0]));
  const { end, ticks } = scaleOf(Math.max(0, ...lengths));
  return (
    <div aria-hidden className={styles.root}>
      {legend.length > 0 && (
        <div className={styles.legend}>
          {legend.map(({ look, name }) => (
            <span key={look} className={styles.key}>
              <span className={mergeClasses(styles.swatch, styles[look])} style={{ forcedColorAdjust: 'none' }} />
              {name}
            </span>
          ))}
        </div>
      )}
      {groups.map(({ bars, name }, index) => (
        <div key={index} className={styles.group}>
          <div className={styles.name}>{name}</div>
          <div className={styles.plot}>
            <div className={styles.lines}>
              {ticks.map((tick) => (
                <div key={tick} className={styles.line} style={{ left: partOf(tick, end) }} />
              ))}
            </div>
            {bars.map((bar, place) => (
              <BarRow key={place} bar={bar} end={end} />
            ))}
          </div>
        </div>
      ))}
      <div className={styles.group}>
        <div />
        <div className={styles.scale}>
          {[0, ...ticks].map((tick) => (
            <span key={tick} className={styles.tick} style={{ left: partOf(tick, end) }}>
              {tick}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
