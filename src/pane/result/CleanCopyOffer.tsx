/** Offers the workbook as it may go back to the unit, and says what is left out and what to do where no file comes. */
import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { HostFault } from '../../port/workbook';
import { usePane } from '../context';
import { download } from '../download';
import { Notice } from '../Notice';
import { isHeld } from '../state';
import { useRaise } from '../useRaise';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles({ spinner: { justifyContent: 'flex-start' } });

type Progress =
  | { readonly state: 'idle' | 'making' }
  | { readonly state: 'made'; readonly name: string }
  | { readonly state: 'failed'; readonly fault: HostFault };

export function CleanCopyOffer(): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { services, state, words } = usePane();
  const raise = useRaise();
  const [progress, setProgress] = useState<Progress>({ state: 'idle' });
  const { cleanCopy } = services;
  if (!cleanCopy) return null;
  const make = async (): Promise<void> => {
    setProgress({ state: 'making' });
    const made = await cleanCopy();
    if (made.ok) download(made.value);
    setProgress(made.ok ? { state: 'made', name: made.value.name } : { state: 'failed', fault: made.fault });
  };
  return (
    <section className={card.section} aria-labelledby="clean-copy">
      <h3 id="clean-copy" className={card.heading}>
        {words.say('cleanCopy')}
      </h3>
      <p className={card.aside}>{words.say('cleanCopyWhat')}</p>
      <div className={card.row}>
        <Button
          disabledFocusable={progress.state === 'making' || isHeld(state)}
          onClick={() => {
            make().catch(raise);
          }}
        >
          {words.say('makeCleanCopy')}
        </Button>
      </div>
      {progress.state === 'making' && (
        <Spinner size="tiny" className={styles.spinner} label={words.say('makingCleanCopy')} />
      )}
      {progress.state === 'made' && (
        <Notice
          intent="success"
          lines={[words.say('cleanCopyMade', { name: progress.name }), words.say('cleanCopyElsewhere')]}
        />
      )}
      {progress.state === 'failed' && (
        <Notice intent="error" lines={[words.faultText(progress.fault).sentence, words.say('cleanCopyElsewhere')]} />
      )}
    </section>
  );
}
