/** Offers to go on with the files of the visit before, and to forget where they are. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SayWorkbench } from '../words/workbenchWords';
import type { LastVisit } from './useLastVisit';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface LastVisitOfferProps {
  readonly lastVisit: LastVisit;
  readonly say: SayWorkbench;
}

export function LastVisitOffer({ lastVisit, say }: LastVisitOfferProps): ReactNode {
  const styles = useStyles();
  const { fileCount, forget, resume } = lastVisit;
  if (fileCount === 0) return null;
  return (
    <section className={styles.root} aria-label={say('lastVisit')}>
      <div className={styles.row}>
        <Button appearance="primary" onClick={resume}>
          {say('resume', { n: fileCount })}
        </Button>
        <Button onClick={forget}>{say('forgetFiles')}</Button>
      </div>
      <p className={styles.text}>{say('resumeWhat')}</p>
    </section>
  );
}
