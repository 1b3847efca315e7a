/** A way to a cell of the sheet; the keyboard stays where it was. */
import type { ReactNode } from 'react';
import { type CellRef, toA1 } from '../../core/sheet/cellRef';
import { usePane } from '../context';
import { useCardStyles } from './useCardStyles';

interface CellLinkProps {
  readonly sheetId: string;
  readonly cell: CellRef;
  /** Named where it is another sheet than the form's. */
  readonly sheetName?: string;
}

export function CellLink({ cell, sheetId, sheetName }: CellLinkProps): ReactNode {
  const card = useCardStyles();
  const { actions, words } = usePane();
  return (
    <button
      type="button"
      className={card.title}
      onClick={({ currentTarget }) => actions.reveal(sheetId, cell, () => currentTarget.focus())}
    >
      <span className={card.cell}>
        {words.say('goToCell', { cell: `${sheetName === undefined ? '' : `${sheetName}!`}${toA1(cell)}` })}
      </span>
    </button>
  );
}
