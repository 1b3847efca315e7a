/** What paints first: the button or the line that sums up, what is going on, and the place for the result. */
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search';
import { type ReactNode, useRef } from 'react';
import { announcement } from './announcement';
import { usePane } from './context';
import { Notice } from './Notice';
import { OtherSheet } from './OtherSheet';
import { Silence } from './Silence';
import type { Words } from '../words/wordsOf';
import { isReviewUndoNews, type LongTask, type Screen, staleness } from './state';
import { useFocusKept } from './useFocusKept';
import { useLoaded } from './useLoaded';

const loadResult = () => import(/* webpackChunkName: "result" */ './result/Result');
const loadPages = () => import(/* webpackChunkName: "pages" */ './pages/Pages');

const useStyles = makeStyles({
  // Its width, and not the window's, says how much stands side by side: elsewhere it is a part of a page.
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
    containerType: 'inline-size',
    containerName: 'pane',
  },
  // Office draws its own menu over the top right 34 × 32 pixels, and the name of the add-in above.
  header: {
    flexShrink: 0,
    minHeight: '32px',
    display: 'flex',
    alignItems: 'center',
    padding: `0 ${tokens.spacingHorizontalM}`,
  },
  main: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
    '& > *': { flexShrink: 0 },
    // What takes the keyboard does not stop behind the bar that writes.
    scrollPaddingBottom: '88px',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  review: { alignSelf: 'stretch', '@container pane (min-width: 480px)': { alignSelf: 'flex-start' } },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  page: { minWidth: 0, padding: `0 ${tokens.spacingHorizontalS}` },
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
  const { state, words } = usePane();
  const stale = staleness(state);
  if (!stale || !state.report || state.running) return null;
  // The button that helps stands above, in its usual place.
  return <Notice intent="warning" lines={[words.say(stale === 'edited' ? 'staleEdited' : 'staleWritten')]} />;
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

const pages = ['workbook', 'rubric', 'settings', 'help'] as const;

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
          data-place={`page-${kind}`}
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
  const root = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  const isPage = state.screen.kind !== 'result';
  const result = useLoaded(loadResult);
  const more = useLoaded(isPage ? loadPages : null);

  useFocusKept(root, main, isPage);

  return (
    <div ref={root} className={styles.root}>
      <header className={styles.header}>
        {report && result ? (
          <result.Headline report={report} />
        ) : (
          <h1 className={styles.heardOnly}>{words.say('appName')}</h1>
        )}
      </header>
      <main ref={main} className={styles.main} aria-busy={running !== null} tabIndex={-1} data-place="pane">
        <div role="status" className={styles.heardOnly}>
          {announcement(state, words)}
        </div>
        {!report && (
          <Button
            appearance="primary"
            size="large"
            className={styles.review}
            icon={<DocumentSearchRegular />}
            data-place="review"
            disabledFocusable={running !== null}
            onClick={() => actions.review(null)}
          >
            {words.say('review')}
          </Button>
        )}
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
      <OtherSheet />
    </div>
  );
}
