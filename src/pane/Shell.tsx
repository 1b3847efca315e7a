/**
 * What paints first: the button, the way to the other pages, and the place for all that comes with the second file.
 * Nothing may be imported here that the first screen does not show.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search';
import { Activity, type ReactNode, useContext, useMemo, useRef } from 'react';
import { PaneContext, useFirstPane } from './context';
import { isReviewUndoNews, type Screen } from './state';
import { framedApart } from './theme';
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
    '@media (forced-colors: active)': { ...framedApart['@media (forced-colors: active)'], marginLeft: 0 },
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
  const { state, words } = useFirstPane();
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

const pages = ['workbook', 'rubric', 'settings', 'help'] as const;

/** The buttons that open the other pages. */
function Navigation(): ReactNode {
  const styles = useStyles();
  const { dispatch, state, words } = useFirstPane();
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

/**
 * The place of a result. One that is only rehearsed is drawn out of sight, in time that nobody needs: it is neither seen
 * nor heard, and nothing in it runs before it is shown.
 */
function Stage({ children }: { readonly children: ReactNode }): ReactNode {
  const pane = useContext(PaneContext);
  const { rehearsal, report } = useFirstPane().state;
  const isRehearsed = report === null && rehearsal !== null;
  const { actions, dispatch, services, words } = pane ?? {};
  // What else happens meanwhile does not set the rehearsal off again.
  const rehearsed = useMemo(
    () =>
      rehearsal && actions && dispatch && services && words
        ? { state: rehearsal, actions, dispatch, services, words, isSettled: true }
        : null,
    [rehearsal, actions, dispatch, services, words],
  );
  return (
    <Activity mode={isRehearsed ? 'hidden' : 'visible'}>
      <PaneContext value={isRehearsed ? rehearsed : pane}>{children}</PaneContext>
    </Activity>
  );
}

/** The whole pane. */
export function Shell(): ReactNode {
  const styles = useStyles();
  const { actions, isSettled, state, words } = useFirstPane();
  const { failure, rehearsal, report, running } = state;
  const root = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  const isPage = state.screen.kind !== 'result';
  const loaded = useLoaded(isSettled ? loadResult : null);
  const opened = useLoaded(isPage ? loadPages : null);
  // Parts that came before their words wait for them.
  const isWhole = useContext(PaneContext) !== null;
  const rest = isWhole ? loaded : null;
  const more = isWhole ? opened : null;

  const drawn = report ?? rehearsal?.report ?? null;
  const headline = useMemo(() => rest && drawn && <rest.Headline report={drawn} />, [rest, drawn]);
  const result = useMemo(() => rest && drawn && <rest.Result report={drawn} />, [rest, drawn]);

  useFocusKept(root, main, isPage, isSettled);

  return (
    <div ref={root} className={styles.root}>
      <header className={styles.header}>
        {headline && <Stage>{headline}</Stage>}
        {!(report && rest) && <h1 className={styles.heardOnly}>{words.say('appName')}</h1>}
      </header>
      <main ref={main} className={styles.main} aria-busy={running !== null} tabIndex={-1} data-place="pane">
        <div role="status" className={styles.heardOnly}>
          {rest ? <rest.Announcement /> : running && words.say('announce-reviewing')}
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
        {rest ? <rest.PaneNews /> : running && <p className={styles.text}>{words.say('reviewing')}</p>}
        {isPage ? (
          more ? (
            <more.Pages screen={state.screen} />
          ) : (
            <p className={styles.text}>{words.say('openingPage')}</p>
          )
        ) : (
          <>
            {result && <Stage>{result}</Stage>}
            {report && !rest && <p className={styles.text}>{words.say('openingResult')}</p>}
            {!report && !running && !failure && <Welcome offer={rest && <rest.SampleOffer />} />}
            {!report && !running && !failure && rest && <rest.ImportEntry />}
          </>
        )}
      </main>
      {rest && <rest.OtherSheet />}
    </div>
  );
}
