/** Says that another sheet is in front than the one whose result is shown, with the two ways on. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from './context';
import { shownForm } from './state';

const useStyles = makeStyles({
  // Below what scrolls: it comes and goes without moving what somebody is about to press.
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
  },
  buttons: { display: 'grid', gridAutoFlow: 'column', gridAutoColumns: '1fr', gap: tokens.spacingHorizontalXS },
  text: { margin: 0, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

export function OtherSheet(): ReactNode {
  const styles = useStyles();
  const { actions, state, words } = usePane();
  const { otherSheet, report, running } = state;
  if (!otherSheet || !report) return null;
  const form = shownForm(state)?.form;
  const back = form?.title?.ref ?? { row: form?.table.top ?? 0, column: 0 };
  return (
    <aside className={styles.bar} aria-label={words.say('otherSheetLabel')} data-place="review">
      <p className={styles.text}>{words.say('otherSheet', { sheet: report.sheetName })}</p>
      <span className={styles.buttons}>
        <Button size="small" disabledFocusable={running !== null} onClick={() => actions.review(otherSheet)}>
          {words.say('reviewOther')}
        </Button>
        <Button size="small" onClick={() => actions.reveal(report.sheetId, back)}>
          {words.say('backToSheet')}
        </Button>
      </span>
    </aside>
  );
}
