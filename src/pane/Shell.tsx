/** What paints first: the title, the button, what is going on, and the place for the result. */
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { announcement } from './announcement';
import { usePane } from './context';
import { Notice } from './Notice';
import type { ResultProps } from './result/Result';
import { staleness } from './state';
import { useRaise } from './useRaise';

/**
 * The screens of a result, fetched while the user reads the first screen; null until they are there. React's own
 * `lazy` would hold the first result back for 300 ms, because it suspends even when the file has long arrived.
 */
function useResultScreens(): ComponentType<ResultProps> | null {
  const raise = useRaise();
  const [screens, setScreens] = useState<{ readonly Result: ComponentType<ResultProps> } | null>(null);
  useEffect(() => {
    import(/* webpackChunkName: "result" */ './result/Result').then(setScreens, raise);
  }, [raise]);
  return screens && screens.Result;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0 },
  // Office draws its own menu over the top right 34 × 32 pixels; this line stays, and holds nothing to click.
  header: {
    flexShrink: 0,
    minHeight: '32px',
    display: 'flex',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} 42px 0 ${tokens.spacingHorizontalM}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  main: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
    '& > *': { flexShrink: 0 },
  },
  review: { alignSelf: 'stretch' },
  welcome: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
  spinner: { justifyContent: 'flex-start' },
  heardOnly: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

function Welcome(): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <section className={styles.welcome} aria-labelledby="welcome">
      <h2 id="welcome" className={styles.heading}>
        {words.say('welcomeTitle')}
      </h2>
      <p className={styles.text}>{words.say('welcomeWhat')}</p>
      <p className={styles.text}>{words.say('welcomeSafe')}</p>
    </section>
  );
}

function Failure(): ReactNode {
  const { actions, dispatch, state, words } = usePane();
  if (!state.failure) return null;
  const { canRetry, nextStep, sentence } = words.faultText(state.failure.fault);
  return (
    <Notice intent="error" lines={[sentence, nextStep]}>
      {canRetry && (
        <Button size="small" onClick={actions.retry}>
          {words.say('retry')}
        </Button>
      )}
      <Button size="small" onClick={() => dispatch({ type: 'failure-dismissed' })}>
        {words.say('dismiss')}
      </Button>
    </Notice>
  );
}

function Stale(): ReactNode {
  const { actions, state, words } = usePane();
  const stale = staleness(state);
  if (!stale || !state.report || state.running) return null;
  const { sheetId } = state.report;
  return (
    <Notice intent="warning" lines={[words.say(stale === 'edited' ? 'staleEdited' : 'staleWritten')]}>
      <Button size="small" onClick={() => actions.review(sheetId)}>
        {words.say('reviewAgain')}
      </Button>
    </Notice>
  );
}

/** The whole pane. */
export function Shell(): ReactNode {
  const styles = useStyles();
  const { actions, state, words } = usePane();
  const { failure, report, running } = state;
  const Result = useResultScreens();

  return (
    <div className={styles.root}>
      <header className={styles.header}>
        <h1 className={styles.title}>
          {report ? words.say('appNameOnSheet', { sheet: report.sheetName }) : words.say('appName')}
        </h1>
      </header>
      <main className={styles.main} aria-busy={running !== null}>
        <div role="status" className={styles.heardOnly}>
          {announcement(state, words)}
        </div>
        <Button
          appearance="primary"
          size="large"
          className={styles.review}
          icon={<DocumentSearchRegular />}
          disabledFocusable={running !== null}
          onClick={() => actions.review(null)}
        >
          {words.say('review')}
        </Button>
        {running?.kind === 'review' && (
          <Spinner size="tiny" className={styles.spinner} label={words.say('reviewing')} />
        )}
        <Failure />
        <Stale />
        {report && Result && <Result report={report} />}
        {report && !Result && <Spinner size="tiny" className={styles.spinner} label={words.say('openingResult')} />}
        {!report && !running && !failure && <Welcome />}
      </main>
    </div>
  );
}
