/** The workbook beside the pane: the selected cell in full, the grid, and the tabs of the sheets. */
import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Notice } from '../pane/Notice';
import { Tabs } from '../pane/result/Tabs';
import { useRaise } from '../pane/useRaise';
import { toA1 } from '../core/sheet/cellRef';
import { readingLimit } from '../core/sheet/snapshot';
import type { Outcome, SheetEntry } from '../port/workbook';
import type { Words } from '../words/wordsOf';
import type { SayWorkbench } from '../words/workbenchWords';
import { Grid } from './Grid';
import { anchorOf, pictureOf, type SheetPicture } from './picture';
import type { ScreenState } from './screen';
import type { FileOnScreen } from './useFile';

const useStyles = makeStyles({
  side: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  line: {
    flexShrink: 0,
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
    maxHeight: '96px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  address: { flexShrink: 0, minWidth: '48px', fontWeight: tokens.fontWeightSemibold },
  content: { minWidth: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  formula: { color: tokens.colorNeutralForeground3 },
  notes: { flexShrink: 0, padding: tokens.spacingHorizontalS },
  panel: { flexGrow: 1, display: 'flex', flexDirection: 'column', minHeight: 0 },
  middle: { flexGrow: 1, padding: tokens.spacingHorizontalXXL },
  tabs: {
    flexShrink: 0,
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    // Sixty names stay names on one line, to be scrolled.
    '& [role="tab"]': { flexGrow: 0, flexShrink: 0, padding: `6px ${tokens.spacingHorizontalM}`, whiteSpace: 'nowrap' },
  },
});

/** What is drawn of the sheet in front; null while it is read for the first time. */
function usePicture(file: FileOnScreen, sheetId: string, drawing: number): Outcome<SheetPicture> | null {
  const [shown, setShown] = useState<{ readonly sheetId: string; readonly picture: Outcome<SheetPicture> } | null>(
    null,
  );
  const raise = useRaise();
  useEffect(() => {
    let isOver = false;
    const read = async (): Promise<Outcome<SheetPicture>> => {
      const [snapshot, look] = await Promise.all([file.workbook.read(sheetId), file.opened.look(sheetId)]);
      if (!snapshot.ok) return snapshot;
      return look.ok ? { ok: true, value: pictureOf(snapshot.value, look.value) } : look;
    };
    read().then((picture) => {
      if (!isOver) setShown({ sheetId, picture });
    }, raise);
    return () => {
      isOver = true;
    };
  }, [file, sheetId, drawing, raise]);
  return shown?.sheetId === sheetId ? shown.picture : null;
}

function useSheets({ workbook }: FileOnScreen, drawing: number): readonly SheetEntry[] {
  const [sheets, setSheets] = useState<readonly SheetEntry[]>([]);
  const raise = useRaise();
  useEffect(() => {
    workbook.sheets().then((outcome) => {
      if (outcome.ok) setSheets(outcome.value);
    }, raise);
  }, [workbook, drawing, raise]);
  return sheets;
}

export interface SheetSideProps {
  readonly file: FileOnScreen;
  readonly screen: ScreenState;
  readonly say: SayWorkbench;
  readonly words: Words;
}

/** The sheet's side. */
export function SheetSide({ file, say, screen, words }: SheetSideProps): ReactNode {
  const styles = useStyles();
  const { cell, drawing, revealed, sheetId } = screen;
  const picture = usePicture(file, sheetId, drawing);
  const sheets = useSheets(file, drawing);
  const drawn = picture?.ok ? picture.value : null;
  const clipped = drawn?.clippedFrom ?? null;
  const notes = [
    ...(clipped
      ? [say('clipped', { ...clipped, mostRows: readingLimit.rows, mostColumns: readingLimit.columns })]
      : []),
    ...(drawn?.isEmpty ? [say('emptySheet')] : []),
  ];
  const anchor = drawn ? anchorOf(drawn, cell) : cell;
  const shown = drawn?.cellAt(anchor);
  const panelId = useId();
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    tabs.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [sheetId, sheets]);
  return (
    <div className={styles.side}>
      <div role="group" aria-label={say('cell')} tabIndex={-1} className={styles.line}>
        <span className={styles.address}>{toA1(anchor)}</span>
        <span className={styles.content}>
          {shown?.text === '' ? <span className={styles.formula}>{say('emptyCell')}</span> : shown?.text}
          {shown?.formula && (
            <span className={styles.formula}>
              {' '}
              {say('formula')} {shown.formula}
            </span>
          )}
        </span>
      </div>
      {notes.length > 0 && (
        <div className={styles.notes}>
          <Notice intent="info" lines={notes} />
        </div>
      )}
      <div role="tabpanel" id={panelId} aria-labelledby={`${panelId}-${sheetId}`} className={styles.panel}>
        {drawn && (
          <Grid
            key={sheetId}
            picture={drawn}
            selected={anchor}
            revealed={revealed}
            say={say}
            onSelect={(selected) => file.screen.select(sheetId, selected)}
          />
        )}
        {!drawn && (
          <div className={styles.middle}>
            {picture && !picture.ok ? (
              <Notice
                intent="info"
                lines={
                  picture.fault.kind === 'sheet-without-cells'
                    ? [say('noCells')]
                    : [words.faultText(picture.fault).sentence, words.faultText(picture.fault).nextStep]
                }
              />
            ) : (
              <Spinner size="small" label={say('loadingSheet')} />
            )}
          </div>
        )}
      </div>
      <div ref={tabs} className={styles.tabs}>
        <Tabs
          label={say('sheets')}
          panelId={panelId}
          selected={sheetId}
          onSelect={(id) => file.screen.select(id, { row: 0, column: 0 })}
          tabs={sheets
            .filter(({ id, visibility }) => visibility === 'visible' || id === sheetId)
            .map(({ id, name, visibility }) => ({
              id,
              name: visibility === 'visible' ? name : say('hiddenSheet', { sheet: name }),
            }))}
        />
      </div>
    </div>
  );
}
