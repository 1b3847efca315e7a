/** The rows of a sheet that stay in sight while the others scroll. */
import { ExcelObject, typeOf, type ObjectType, type Surroundings } from '../excelObject';
import { sheetStillThere, type SheetHandle } from './sheetHandle';

export class WorksheetFreezePanesObject extends ExcelObject {
  override readonly type: ObjectType = worksheetFreezePanesType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
  ) {
    super(host);
  }

  freeze(rows: number, location: string): void {
    sheetStillThere(this, this.handle, location).frozenRows = rows;
  }
}

const worksheetFreezePanesType = typeOf<WorksheetFreezePanesObject>('WorksheetFreezePanes', ({ action }) => ({
  freezeRows: action('1.7', (panes, given) => {
    panes.freeze(given.whole(0), given.location);
    return null;
  }),
  unfreeze: action('1.7', (panes, given) => {
    panes.freeze(0, given.location);
    return null;
  }),
}));
