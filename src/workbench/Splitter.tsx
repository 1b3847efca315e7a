/** The bar between sheet and pane: dragged, or moved with the arrow keys. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** Widths of the pane in pixels. */
export const paneWidth = { start: 400, least: 300, most: 720, step: 20 } as const;

const useStyles = makeStyles({
  splitter: {
    flexShrink: 0,
    width: '6px',
    touchAction: 'none',
    cursor: 'col-resize',
    backgroundColor: tokens.colorNeutralStroke2,
    '@media (forced-colors: active)': { backgroundColor: 'ButtonText' },
    ':hover': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

export interface SplitterProps {
  readonly label: string;
  readonly width: number;
  readonly className: string;
  readonly onWidth: (width: number) => void;
}

/** The separator; the pane is on its right. */
export function Splitter({ className, label, onWidth, width }: SplitterProps): ReactNode {
  const styles = useStyles();
  const set = (wanted: number): void =>
    onWidth(Math.round(Math.min(paneWidth.most, Math.max(paneWidth.least, wanted))));
  return (
    <div className={className}>
      <div
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={paneWidth.least}
        aria-valuemax={paneWidth.most}
        className={styles.splitter}
        style={{ height: '100%' }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
          event.preventDefault();
          set(width + (event.key === 'ArrowLeft' ? paneWidth.step : -paneWidth.step));
        }}
        onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
        onPointerMove={({ clientX, currentTarget, pointerId }) => {
          const end = currentTarget.closest('[data-sides]')?.getBoundingClientRect().right;
          if (end !== undefined && currentTarget.hasPointerCapture(pointerId)) set(end - clientX);
        }}
      />
    </div>
  );
}
