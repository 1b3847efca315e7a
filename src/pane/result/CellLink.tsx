/** A way to a cell of the sheet; the keyboard stays where it was. */
import type { ReactNode } from 'react';
import { type CellRef, toA1 } from '../../core/sheet/cellRef';
import { usePane } from '../context';
import { useCardStyles } from './useCardStyles';

export function CellLink({ cell, sheetId }: { readonly sheetId: string; readonly cell: CellRef }): ReactNode {
  const card = useCardStyles();
  const { actions, words } = usePane();
  return (
    <button
      type="button"
      className={card.title}
      onClick={({ currentTarget }) => actions.reveal(sheetId, cell, () => currentTarget.focus())}
    >
      <span className={card.cell}>{words.say('goToCell', { cell: toA1(cell) })}</span>
    </button>
  );
}
