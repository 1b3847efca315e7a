/** WorksheetProtection: whether a sheet is protected and what it still allows. */
import type { ProtectionOptions } from '../../model/plain';
import { ExcelObject, typeOf, type ObjectType, type Surroundings } from '../excelObject';
import { HostError } from '../hostError';
import { sheetStillThere, type SheetHandle } from './sheetHandle';

export class WorksheetProtectionObject extends ExcelObject {
  override readonly type: ObjectType = worksheetProtectionType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
  ) {
    super(host);
  }

  get protection(): ProtectionOptions | null {
    return sheetStillThere(this, this.handle, this.type.name).protection;
  }

  change(protection: ProtectionOptions | null, location: string): void {
    const sheet = sheetStillThere(this, this.handle, location);
    // Newer Excel refuses what is already so.
    if ((sheet.protection === null) === (protection === null)) throw new HostError('AccessDenied', location);
    sheet.protection = protection;
    this.workbook.tell({ kind: 'appearance', sheetId: sheet.id, origin: 'add-in' });
  }
}

const worksheetProtectionType = typeOf<WorksheetProtectionObject>(
  'WorksheetProtection',
  ({ property, action, seen }) => ({
    protected: seen(property('1.2', ({ protection }) => protection !== null)),
    options: seen(
      property('1.2', ({ protection }) => ({
        allowAutoFilter: false,
        allowDeleteColumns: false,
        allowDeleteRows: false,
        allowEditObjects: protection?.allowEditObjects ?? false,
        allowEditScenarios: false,
        allowFormatCells: protection?.allowFormatCells ?? false,
        allowFormatColumns: false,
        allowFormatRows: false,
        allowInsertColumns: false,
        allowInsertHyperlinks: false,
        allowInsertRows: false,
        allowPivotTables: false,
        allowSort: false,
        selectionMode: 'Normal',
      })),
    ),
    protect: action('1.2', (self, given) => {
      const options = (given.any(0) ?? {}) as Partial<ProtectionOptions>;
      self.change(
        {
          allowFormatCells: options.allowFormatCells ?? false,
          allowEditObjects: options.allowEditObjects ?? false,
        },
        given.location,
      );
      return null;
    }),
    unprotect: action('1.7', (self, given) => {
      self.change(null, given.location);
      return null;
    }),
  }),
);
