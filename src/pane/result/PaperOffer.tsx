/** Offers a sheet of our own, says how its making goes and what came of it. */
import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PaperManner } from '../../review/writePaper';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { paperName, paperText } from '../paperText';
import type { PaperRequest } from '../services';
import { isHeld, type PaperResult } from '../state';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles({ spinner: { justifyContent: 'flex-start' } });

const top = { row: 0, column: 0 };

interface OutcomeProps {
  readonly result: PaperResult;
  readonly write: (manner: PaperManner) => void;
}

/** What became of the paper, with a way to it. */
export function PaperOutcome({ result, write }: OutcomeProps): ReactNode {
  const { actions, state, words } = usePane();
  const { written } = result;
  const { name, sheetId } = written;
  const sentence = paperText(result, words);
  const isEdited = written.state === 'edited';
  const different = written.state === 'written' ? written.different : 0;
  const lines = [
    sentence,
    ...(different > 0 ? [words.say('paperDifferent', { n: different })] : []),
    ...(isEdited ? [words.say('paperEditedNext')] : []),
  ];
  return (
    <Notice intent={isEdited || different > 0 ? 'warning' : 'success'} lines={lines}>
      <Button size="small" onClick={() => actions.reveal(sheetId, top)}>
        {words.say('openPaper', { name })}
      </Button>
      {isEdited && (
        <>
          <Button size="small" disabledFocusable={isHeld(state)} onClick={() => write('beside')}>
            {words.say('paperBeside')}
          </Button>
          <Button size="small" disabledFocusable={isHeld(state)} onClick={() => write('replace')}>
            {words.say('paperReplace', { name })}
          </Button>
        </>
      )}
    </Notice>
  );
}

export interface PaperOfferProps {
  readonly request: Exclude<PaperRequest, { readonly kind: 'sample' | 'letter' }>;
  /** Whether it would be made of a result that no longer holds. */
  readonly isStale: boolean;
}

export function PaperOffer({ isStale, request }: PaperOfferProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { actions, state, words } = usePane();
  const { paper, running } = state;
  const name = paperName(request.kind);
  const write = (manner: PaperManner): void => actions.writePaper(request, manner);
  return (
    <div className={card.section}>
      <p className={card.aside}>{words.say(`paperWhat-${request.kind}`)}</p>
      <div className={card.row}>
        <Button disabledFocusable={isStale || isHeld(state)} onClick={() => write('careful')}>
          {words.say('createPaper', { name })}
        </Button>
      </div>
      {running?.kind === 'paper' && running.paper === request.kind && (
        <Spinner size="tiny" className={styles.spinner} label={words.say('writingPaper', { name })} />
      )}
      {paper?.kind === request.kind && <PaperOutcome result={paper} write={write} />}
    </div>
  );
}
