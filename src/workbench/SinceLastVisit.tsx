/** What the files of a batch came to since the visit before: other than they were, new in their folder, not to be opened. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SayWorkbench, WorkbenchKey } from '../words/workbenchWords';
import type { Refusal } from './fileKinds';
import type { MissingFile } from './places';
import type { LastVisit } from './useLastVisit';
import type { SinceLast } from './useSession';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { margin: 0, overflowWrap: 'anywhere' },
  aside: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** So many names are shown in a line; the number before them counts all. */
const mostNames = 20;

function refusalOfMissing({ origin, reason }: MissingFile): Refusal {
  const facts = { file: origin.path };
  switch (reason) {
    case 'gone':
      return { sentence: 'fault-file-gone', nextStep: 'next-file-gone', facts };
    case 'denied':
      return { sentence: 'fault-file-denied', nextStep: 'next-file-denied', facts };
    case 'held':
      return { sentence: 'fault-file-missing', nextStep: 'next-file-held', facts };
  }
}

export interface SinceLastVisitProps {
  readonly since: SinceLast;
  readonly lastVisit: LastVisit;
  readonly say: SayWorkbench;
}

export function SinceLastVisit({ lastVisit, say, since }: SinceLastVisitProps): ReactNode {
  const styles = useStyles();
  const { added, changed, missing } = since;
  const named = (key: WorkbenchKey, paths: readonly string[]): ReactNode => {
    const names = paths.slice(0, mostNames).join(say('nameAndName'));
    const rest = paths.length > mostNames ? say('andMoreNames') : '';
    return paths.length > 0 && <p className={styles.text}>{say(key, { n: paths.length, names: `${names}${rest}` })}</p>;
  };
  return (
    <>
      {named('changedSince', changed)}
      {named('addedSince', added)}
      {missing.length > 0 && (
        <section className={styles.root} aria-label={say('notOpened')}>
          <div className={styles.row}>
            <p className={styles.text}>{say('notOpened')}</p>
            <Button size="small" onClick={lastVisit.retry}>
              {say('openAgain')}
            </Button>
          </div>
          <ul className={styles.list}>
            {missing.map((one, place) => {
              const { facts, nextStep, sentence } = refusalOfMissing(one);
              return (
                <li key={`${place} ${one.origin.path}`}>
                  {say(sentence, facts)}
                  <br />
                  {say(nextStep)}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {lastVisit.fileCount > 0 && (
        <div className={styles.row}>
          <p className={styles.aside}>{say('keptForNext')}</p>
          <Button size="small" onClick={lastVisit.forget}>
            {say('forgetFiles')}
          </Button>
        </div>
      )}
    </>
  );
}
