/** The address of a cell that may stand on another sheet or in another file. */
import type { Form } from '../../form/form';
import type { PlaceBeside } from '../finding';
import { type CellRef, toA1 } from '../../sheet/cellRef';

/** Where a document stands: on which sheet, of which file. */
interface Standing {
  readonly file: string | null;
  readonly sheetName: string;
  readonly sheetId: string;
}

/** The cell as a place to go to; null where it stands on the form's own sheet, as any other cell. */
export function besideOf({ file, sheetId, sheetName }: Standing, cell: CellRef, form: Form): PlaceBeside | null {
  return file === null && sheetName === form.sheetName ? null : { file, sheetName, sheetId, cell };
}

/** D12; 绩效目标表!D12 on another sheet than the form's; 目标表.xlsx 绩效目标表!D12 in another file. */
export function placeText(
  { file, sheetName }: { readonly file: string | null; readonly sheetName: string },
  cell: CellRef,
  form: Form,
): string {
  if (file === null && sheetName === form.sheetName) return toA1(cell);
  return `${file === null ? '' : `${file} `}${sheetName}!${toA1(cell)}`;
}
