/** The page of a batch: the table of all forms, what cannot be read, and copies of what was changed. */
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo } from 'react';
import { Notice } from '../pane/Notice';
import { SessionTable } from '../pane/session/SessionTable';
import { sessionText } from '../pane/session/sessionText';
import type { HostFault } from '../port/workbook';
import type { WorkbookReport } from '../review/reviewWorkbook';
import type { Words } from '../words/wordsOf';
import type { SayWorkbench } from '../words/workbenchWords';
import { BatchSummary } from './BatchSummary';
import { Chooser, FolderChooser } from './Chooser';
import { refusalOf } from './fileKinds';
import type { WorkbenchServices } from './services';
import { batchRows, namesInBatch, placeOfRow, type SessionItem, summedFiles } from './session';
import { SinceLastVisit } from './SinceLastVisit';
import type { FolderCopies } from './useFolderCopies';
import type { LastVisit } from './useLastVisit';
import type { SessionActions } from './useSession';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    '& > *': { flexShrink: 0 },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** What kept a sheet from being read, of the first that was not: damage may lie in the sheets of a file that opens. */
const sheetFault = ({ sheets }: WorkbookReport): HostFault | null =>
  sheets.flatMap(({ report }) => (report.ok ? [] : [report.fault]))[0] ?? null;

/** Why a file is not in the table; null where it is, or is not reviewed yet. */
function reasonOf(item: SessionItem, say: SayWorkbench): string | null {
  const { name, standing } = item;
  if (standing.kind === 'waiting' || (standing.kind === 'read' && batchRows([item]).length > 0)) return null;
  const fault = standing.kind === 'refused' ? standing.fault : sheetFault(standing.report);
  if (!fault) return say('noFormInFile');
  const { facts, nextStep, sentence } = refusalOf(name, fault);
  return `${say(sentence, facts)} ${say(nextStep)}`;
}

export interface SessionPageProps {
  readonly session: SessionActions;
  readonly services: WorkbenchServices;
  readonly lastVisit: LastVisit;
  readonly folderCopies: FolderCopies | null;
  readonly say: SayWorkbench;
  readonly words: Words;
}

export function SessionPage(props: SessionPageProps): ReactNode {
  const { folderCopies, lastVisit, say, services, session, words } = props;
  const { handles } = services;
  const styles = useStyles();
  const { items, order } = session;
  const rows = useMemo(() => batchRows(items), [items]);
  const summed = useMemo(() => summedFiles(items), [items]);
  const done = items.filter(({ standing }) => standing.kind === 'read' || standing.kind === 'refused').length;
  const unsaved = items.filter(({ isUnsaved }) => isUnsaved).length;
  const names = namesInBatch(items);
  const without = items.flatMap((item) => {
    const reason = reasonOf(item, say);
    return reason === null ? [] : [{ item, reason }];
  });
  useEffect(() => {
    if (unsaved === 0) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return (
    <main className={styles.root}>
      <h1 className={styles.title}>{say('sessionTitle')}</h1>
      <div className={styles.row}>
        <Chooser appearance="secondary" label={say('addFiles')} handles={handles} onFiles={session.add} />
        <FolderChooser label={say('chooseFolder')} handles={handles} onFiles={session.add} />
        {unsaved > 0 && (
          <Button appearance="primary" onClick={session.saveAll}>
            {say('saveAll', { n: unsaved })}
          </Button>
        )}
        {unsaved > 0 && folderCopies && (
          <Button onClick={folderCopies.saveAll}>{say('saveAllInto', { n: unsaved })}</Button>
        )}
        {unsaved === 0 && <Button onClick={session.end}>{say('endSession')}</Button>}
      </div>
      {done < items.length && (
        <div>
          <p role="status" className={styles.text}>
            {say('sessionReading', { done, total: items.length })}
          </p>
          <ProgressBar aria-label={say('sessionTitle')} value={done} max={items.length} />
        </div>
      )}
      {session.held !== null && (
        <div>
          <p role="status" className={styles.text}>
            {say('sessionHolding', { done: session.held, total: items.length })}
          </p>
          <ProgressBar aria-label={say('sessionTitle')} value={session.held} max={items.length} />
        </div>
      )}
      {unsaved > 0 && <Notice intent="warning" lines={[say('sessionUnsaved', { n: unsaved })]} />}
      <SinceLastVisit since={session.since} lastVisit={lastVisit} say={say} />
      {rows.length > 0 && <p className={styles.text}>{sessionText(rows, words)}</p>}
      {rows.length > 0 && (
        <SessionTable
          rows={rows}
          order={order}
          onOrder={session.sort}
          onOpen={(row) => {
            const { item, sheetId } = placeOfRow(row);
            session.openItem(item, sheetId);
          }}
          current={null}
          isHeld={false}
          words={words}
        />
      )}
      {summed && rows.length > 0 && <BatchSummary files={summed} services={services} say={say} />}
      {without.length > 0 && (
        <section aria-label={say('withoutForm')}>
          <p className={styles.text}>{say('withoutForm')}</p>
          <ul className={styles.list}>
            {without.map(({ item, reason }) => (
              <li key={item.id}>
                <strong>{names.get(item.id)}</strong> {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
