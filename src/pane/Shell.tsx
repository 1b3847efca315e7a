/** What paints first: the title, the button, what is going on, and the place for the result. */
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search';
import type { ReactNode } from 'react';
import { announcement } from './announcement';
import { usePane } from './context';
import { Notice } from './Notice';
import { Silence } from './Silence';
import type { Words } from '../words/wordsOf';
import { isReviewUndoNews, type LongTask, type Screen, staleness } from './state';
import { useLoaded } from './useLoaded';

const loadResult = () => import(/* webpackChunkName: "result" */ './result/Result');
const loadPages = () => import(/* webpackChunkName: "pages" */ './pages/Pages');

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
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  page: { flexGrow: 1, minWidth: 0 },
  welcome: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
  sample: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
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

interface WelcomeProps {
  /** Comes with the file that the first result needs; null until that is there. */
  readonly offer: ReactNode;
}

function Welcome({ offer }: WelcomeProps): ReactNode {
  const styles = useStyles();
  const { state, words } = usePane();
  return (
    <section className={styles.welcome} aria-labelledby="welcome">
      <h2 id="welcome" className={styles.heading}>
        {words.say('welcomeTitle')}
      </h2>
      <p className={styles.text}>{words.say('welcomeWhat')}</p>
      {!state.settings.knowsReview && (
        <figure className={styles.sample} aria-label={words.say('sampleLabel')}>
          <p className={styles.text}>
            <strong>{words.say('sampleFinding')}</strong>
          </p>
          <p className={styles.text}>{words.say('sampleSum')}</p>
        </figure>
      )}
      <p className={styles.text}>{words.say('welcomeSafe')}</p>
      {isReviewUndoNews(state) && <p className={styles.text}>{words.say('reviewUndoBefore')}</p>}
      {!state.settings.knowsReview && offer}
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

/** What the running task is called here; null for those that are told where they were begun. */
function labelOf(running: LongTask, words: Words): string | null {
  switch (running.kind) {
    case 'review':
      return words.say(running.isLive ? 'reviewingLive' : 'reviewing');
    case 'accept':
    case 'keep':
      return words.say('keeping');
    case 'paper':
      // It is begun on the first screen, which goes away.
      return running.paper === 'sample' ? words.say('makingSample') : null;
    default:
      return null;
  }
}

/** What takes a while, in words. */
function Running(): ReactNode {
  const styles = useStyles();
  const { state, words } = usePane();
  const { running } = state;
  const label = running && labelOf(running, words);
  return label && <Spinner size="tiny" className={styles.spinner} label={label} />;
}

const pages = ['workbook', 'rubric', 'settings'] as const;

/** The buttons that open the other pages. */
function Navigation(): ReactNode {
  const styles = useStyles();
  const { dispatch, state, words } = usePane();
  const open = (screen: Screen): void => dispatch({ type: 'screen-opened', screen });
  return (
    <nav className={styles.buttons} aria-label={words.say('pagesLabel')}>
      {pages.map((kind) => (
        <Button
          key={kind}
          size="small"
          appearance={state.screen.kind === kind ? 'outline' : 'subtle'}
          className={styles.page}
          aria-current={state.screen.kind === kind ? 'page' : undefined}
          onClick={() => open({ kind })}
        >
          {words.say(`page-${kind}`)}
        </Button>
      ))}
    </nav>
  );
}

/** The whole pane. */
export function Shell(): ReactNode {
  const styles = useStyles();
  const { actions, state, words } = usePane();
  const { failure, report, running } = state;
  const isPage = state.screen.kind !== 'result';
  const result = useLoaded(loadResult);
  const more = useLoaded(isPage ? loadPages : null);

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
        <Navigation />
        <Running />
        <Silence />
        <Failure />
        {isPage ? (
          more ? (
            <more.Pages screen={state.screen} />
          ) : (
            <Spinner size="tiny" className={styles.spinner} label={words.say('openingPage')} />
          )
        ) : (
          <>
            <Stale />
            {report && result && <result.Result report={report} />}
            {report && !result && <Spinner size="tiny" className={styles.spinner} label={words.say('openingResult')} />}
            {!report && !running && !failure && <Welcome offer={result && <result.SampleOffer />} />}
            {!report && !running && !failure && result && <result.ImportEntry />}
          </>
        )}
      </main>
    </div>
  );
}
