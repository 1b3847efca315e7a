/** The page: a place to put a file, and, once one is open, the sheet and the pane side by side. */
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { Notice } from '../pane/Notice';
import { Tabs } from '../pane/result/Tabs';
import { useRaise } from '../pane/useRaise';
import type { Locale } from '../words/locale';
import type { Words } from '../words/wordsOf';
import type { SayWorkbench } from '../words/workbenchWords';
import { Chooser, FolderChooser } from './Chooser';
import { droppedFiles } from './chosenFiles';
import type { FileHandles } from './handles';
import { LastVisitOffer } from './LastVisitOffer';
import type { PlaceRead } from './places';
import { PaneHost } from './PaneHost';
import { SessionPage } from './SessionPage';
import { SheetSide } from './SheetSide';
import type { WorkbenchServices } from './services';
import { paneWidth, Splitter } from './Splitter';
import { type FileOnScreen, type News, useFile } from './useFile';
import { useFolderCopies } from './useFolderCopies';
import { type LastVisit, useLastVisit } from './useLastVisit';
import { namesInBatch } from './session';
import { placeInSession, type SessionActions, useSession } from './useSession';

/** Below this width only one of sheet and pane is seen, and tabs choose which. */
const narrow = '@media (max-width: 719px)';
const wide = '@media (min-width: 720px)';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  file: { flexShrink: 0 },
  fileName: { flexGrow: 1, minWidth: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  state: { color: tokens.colorNeutralForeground2 },
  notes: { flexShrink: 0, padding: tokens.spacingHorizontalS, ':empty': { display: 'none' } },
  heardOnly: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  views: { flexShrink: 0, [wide]: { display: 'none' } },
  sides: { flexGrow: 1, display: 'flex', minHeight: 0 },
  sheet: { display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 },
  pane: {
    flexShrink: 0,
    minHeight: 0,
    overflow: 'hidden',
    [narrow]: { width: '100%' },
    [wide]: { width: 'var(--pane-width)', maxWidth: '60%' },
  },
  unseenWhenNarrow: { [narrow]: { display: 'none' } },
  splitter: { [narrow]: { display: 'none' } },
  landing: {
    flexGrow: 1,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '640px', width: '100%' },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  text: { margin: 0 },
  drop: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: 'center',
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  choosers: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
  first: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  promises: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  promise: { marginBottom: tokens.spacingVerticalS },
});

function refusedLines({ refusal }: Extract<News, { kind: 'refused' }>, say: SayWorkbench): readonly string[] {
  return [say(refusal.sentence, refusal.facts), say(refusal.nextStep)];
}

/** What a screen reader hears of it. */
function heard(news: News | null, say: SayWorkbench): string {
  if (!news) return '';
  switch (news.kind) {
    case 'saving':
      return say('savingCopy');
    case 'cleaning':
      return say('cleaningCopy');
    case 'refused':
      return refusedLines(news, say).join(' ');
    case 'allSavedInto':
      return say(news.kind, { n: news.n, folder: news.folder });
    case 'savedInto':
      return say(news.kind, { file: news.file, folder: news.folder });
    default:
      return say(news.kind, { file: news.file });
  }
}

const promises = ['local', 'original', 'lossless', 'kinds', 'reading'] as const;

/** That a copy was made, and where it is. */
function Made({ news, say }: { readonly news: News | null; readonly say: SayWorkbench }): ReactNode {
  switch (news?.kind) {
    case 'saved':
    case 'savedInto':
    case 'allSavedInto':
    case 'cleaned':
      return <Notice intent="success" lines={[heard(news, say)]} />;
    default:
      return null;
  }
}

function Refused({ news, say }: { readonly news: News | null; readonly say: SayWorkbench }): ReactNode {
  if (news?.kind !== 'refused') return null;
  return <Notice intent="error" lines={refusedLines(news, say)} />;
}

interface OpeningProps {
  readonly news: News | null;
  readonly say: SayWorkbench;
  readonly onStop: () => void;
}

/** That a file is being opened, with a way to give it up; or that it was given up. */
function Opening({ news, onStop, say }: OpeningProps): ReactNode {
  if (news?.kind === 'stopped') return <Notice intent="info" lines={[say('stopped', { file: news.file })]} />;
  if (news?.kind !== 'opening') return null;
  return (
    <Notice intent="info" lines={[say('opening', { file: news.file })]}>
      <Button size="small" onClick={onStop}>
        {say('stopOpening')}
      </Button>
    </Notice>
  );
}

interface LandingProps {
  readonly news: News | null;
  readonly say: SayWorkbench;
  readonly handles: FileHandles | null;
  readonly lastVisit: LastVisit;
  readonly onFiles: (read: PlaceRead) => void;
  readonly onSample: () => void;
  readonly onStop: () => void;
}

/** The guide, beside both pages: the build copies it there. */
const guide = '../assets/guide/user-guide.html';

function Landing({ handles, lastVisit, news, onFiles, onSample, onStop, say }: LandingProps): ReactNode {
  const styles = useStyles();
  return (
    <main className={styles.landing}>
      <div className={styles.column}>
        <h1 className={styles.title}>{say('title')}</h1>
        <p className={styles.text}>{say('intro')}</p>
        <Refused news={news} say={say} />
        <Opening news={news} say={say} onStop={onStop} />
        <LastVisitOffer lastVisit={lastVisit} say={say} />
        <div className={styles.drop}>
          <p className={styles.text}>{say('dropHere')}</p>
          <div className={styles.choosers}>
            <Chooser
              appearance={lastVisit.fileCount > 0 ? 'secondary' : 'primary'}
              label={say('choose')}
              handles={handles}
              onFiles={onFiles}
            />
            <FolderChooser label={say('chooseFolder')} handles={handles} onFiles={onFiles} />
          </div>
        </div>
        <div className={styles.first}>
          <Button onClick={onSample}>{say('trySample')}</Button>
          <Link href={guide} target="_blank" rel="noreferrer">
            {say('guide')}
          </Link>
        </div>
        <ul className={styles.promises}>
          {promises.map((promise) => (
            <li key={promise} className={styles.promise}>
              {say(`promise-${promise}`)}
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}

interface BenchProps {
  readonly file: FileOnScreen;
  readonly session: Pick<SessionActions, 'files' | 'onHeld'>;
  readonly services: WorkbenchServices;
  /** The language of the browser. */
  readonly locale: Locale;
  readonly say: SayWorkbench;
  readonly words: Words;
  readonly bar: (isUnsaved: boolean) => ReactNode;
}

/** Sheet and pane. */
function Bench({ bar, file, locale, say, services, session, words }: BenchProps): ReactNode {
  const styles = useStyles();
  const screen = useSyncExternalStore(file.screen.subscribe, file.screen.state);
  const [width, setWidth] = useState<number>(paneWidth.start);
  const [view, setView] = useState<'sheet' | 'pane'>('pane');
  const sheetPlace = useRef<HTMLDivElement>(null);
  const sides = useId();

  // Where only one side is seen, what the pane reveals has to be brought to the front; the keyboard goes with it.
  const { revealed } = screen;
  const [lastRevealed, setLastRevealed] = useState(revealed);
  if (lastRevealed !== revealed) {
    setLastRevealed(revealed);
    setView('sheet');
  }
  useEffect(() => {
    const isLost = document.activeElement?.getClientRects().length === 0;
    if (revealed > 0 && isLost) sheetPlace.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  }, [revealed]);

  const isUnsaved = screen.changes !== screen.saved;
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);

  return (
    <>
      <section aria-label={say('fileBar')} className={styles.file}>
        {bar(isUnsaved)}
        <div className={styles.views}>
          <Tabs
            label={say('views')}
            panelId={sides}
            selected={view}
            onSelect={setView}
            tabs={[
              { id: 'sheet', name: say('viewSheet') },
              { id: 'pane', name: say('viewPane') },
            ]}
          />
        </div>
      </section>
      <div
        id={sides}
        data-sides
        className={styles.sides}
        style={{ '--pane-width': `${width}px` } as Record<string, string>}
      >
        <section
          ref={sheetPlace}
          aria-label={say('viewSheet')}
          className={mergeClasses(styles.sheet, view === 'pane' && styles.unseenWhenNarrow)}
        >
          <SheetSide file={file} screen={screen} say={say} words={words} />
          <Splitter className={styles.splitter} label={say('splitter')} width={width} onWidth={setWidth} />
        </section>
        <PaneHost
          className={mergeClasses(styles.pane, view === 'sheet' && styles.unseenWhenNarrow)}
          services={services}
          workbook={file.workbook}
          item={file.item}
          files={session.files}
          onHeld={session.onHeld}
          locale={locale}
        />
      </div>
    </>
  );
}

interface StepsProps {
  readonly place: NonNullable<ReturnType<typeof placeInSession>>;
  readonly session: SessionActions;
  readonly say: SayWorkbench;
}

/** From one file of the batch to the next, and back to the table. */
function Steps({ place: { ids, number }, say, session }: StepsProps): ReactNode {
  const styles = useStyles();
  const step = (key: 'previousFile' | 'nextFile', id: string | undefined): ReactNode => (
    <Button
      disabledFocusable={id === undefined}
      onClick={() => {
        if (id !== undefined) session.openItem(id, null);
      }}
    >
      {say(key)}
    </Button>
  );
  return (
    <>
      <span className={styles.state}>{say('fileOf', { n: number, total: ids.length })}</span>
      {step('previousFile', ids[number - 2])}
      {step('nextFile', ids[number])}
      <Button onClick={session.showList}>{say('fileList')}</Button>
    </>
  );
}

export interface WorkbenchProps {
  readonly services: WorkbenchServices;
  /** The language of the browser. */
  readonly locale: Locale;
  readonly say: SayWorkbench;
  readonly words: Words;
}

/** The whole page. */
export function Workbench({ locale, say, services, words }: WorkbenchProps): ReactNode {
  const styles = useStyles();
  const actions = useFile(services, say);
  const { answer, asked, file, news, open: openFile, save, saveClean, stop } = actions;
  const session = useSession(services, actions);
  const { handles } = services;
  const lastVisit = useLastVisit(handles, session);
  const folderCopies = useFolderCopies(handles, say, actions, session);
  const { add, items, since } = session;
  const isBatch = items.length > 0 || since.missing.length > 0;
  const raise = useRaise();
  // One file is opened; several, or one more of a batch, come into the table.
  const open = useCallback(
    (read: PlaceRead): void => {
      const [first] = read.files;
      const count = read.files.length + read.missing.length;
      if (count > 1 || (count > 0 && (isBatch || !first))) add(read);
      else if (first) openFile(first);
    },
    [add, isBatch, openFile],
  );

  useEffect(() => {
    const allow = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      droppedFiles(event.dataTransfer, handles).then(open, raise);
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, [handles, open, raise]);

  useEffect(() => {
    document.title = file ? `${file.name} · ${say('name')}` : say('title');
  }, [file, say]);

  const place = placeInSession(items, session.order, file?.item ?? null);
  const shownName = namesInBatch(items).get(file?.item ?? '') ?? file?.name;
  const bar = (isUnsaved: boolean): ReactNode => (
    <>
      <div className={styles.bar}>
        <span className={styles.fileName}>{shownName}</span>
        <span className={styles.state}>{say(isUnsaved ? 'unsaved' : 'unchanged')}</span>
        {place ? (
          <Steps place={place} session={session} say={say} />
        ) : (
          <Chooser appearance="secondary" label={say('chooseAnother')} handles={handles} onFiles={open} />
        )}
        <Button onClick={saveClean}>{say('saveClean')}</Button>
        {folderCopies && <Button onClick={folderCopies.saveOpen}>{say('saveInto')}</Button>}
        <Button appearance="primary" onClick={save}>
          {say('save')}
        </Button>
      </div>
      {asked && (
        <div className={styles.notes} role="group" aria-label={say('askTitle')}>
          <Notice intent="warning" lines={[say('askTitle'), say('askNext', { file: asked.file.name })]}>
            <Button size="small" appearance="primary" onClick={() => answer('save')}>
              {say('saveFirst')}
            </Button>
            <Button size="small" onClick={() => answer('drop')}>
              {say('dropChanges')}
            </Button>
            <Button size="small" onClick={() => answer('keep')}>
              {say('keepWorking')}
            </Button>
          </Notice>
        </div>
      )}
      <Opening news={news} say={say} onStop={stop} />
      <div className={styles.notes}>
        <Refused news={news} say={say} />
        <Made news={news} say={say} />
      </div>
    </>
  );

  return (
    <div className={styles.page}>
      <div role="status" className={styles.heardOnly}>
        {asked ? say('askTitle') : heard(news, say)}
      </div>
      {file ? (
        <Bench
          key={file.opening}
          file={file}
          session={session}
          services={services}
          locale={locale}
          say={say}
          words={words}
          bar={bar}
        />
      ) : isBatch ? (
        <>
          <Refused news={news} say={say} />
          <Made news={news} say={say} />
          <Opening news={news} say={say} onStop={stop} />
          <SessionPage
            session={session}
            lastVisit={lastVisit}
            services={services}
            folderCopies={folderCopies}
            say={say}
            words={words}
          />
        </>
      ) : (
        <Landing
          news={news}
          say={say}
          handles={handles}
          lastVisit={lastVisit}
          onFiles={open}
          onSample={() => {
            services.sample().then((file) => openFile({ file, origin: null }), raise);
          }}
          onStop={stop}
        />
      )}
    </div>
  );
}
