/** The address of a cell that may stand on another sheet or in another file. */
import type { Form } from '../../form/form';
import type { PlaceBeside } from '../finding';
import { type CellRef, toA1 } from '../../sheet/cellRef';
import { listedCells } from './listed';

/** A document as people name it: its sheet, and its file where that is another one. */
interface Named {
  readonly file: string | null;
  readonly sheetName: string;
}

/** Where a document stands: on which sheet, of which file. */
interface Standing extends Named {
  readonly sheetId: string;
}

/** The cell as a place to go to; null where it stands on the form's own sheet, as any other cell. */
export function besideOf({ file, sheetId, sheetName }: Standing, cell: CellRef, form: Form): PlaceBeside | null {
  return file === null && sheetName === form.sheetName ? null : { file, sheetName, sheetId, cell };
}

/** What stands before an address: nothing on the form's own sheet, else its sheet and, of another file, the file too. */
function standingText({ file, sheetName }: Named, form: Form): string {
  if (file === null && sheetName === form.sheetName) return '';
  return `${file === null ? '' : `${file} `}${sheetName}!`;
}

/** D12; 绩效目标表!D12 on another sheet than the form's; 目标表.xlsx 绩效目标表!D12 in another file. */
export const placeText = (standing: Named, cell: CellRef, form: Form): string =>
  `${standingText(standing, form)}${toA1(cell)}`;

/** The same of several cells: 绩效目标表!D12:D14、F3. */
export const placesText = (standing: Named, cells: readonly CellRef[], form: Form): string =>
  `${standingText(standing, form)}${listedCells(cells)}`;
