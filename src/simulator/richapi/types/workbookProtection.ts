/** WorkbookProtection: whether the structure of the workbook is protected, so that no sheet can be added. */
import { ExcelObject, typeOf, type ObjectType } from '../excelObject';
import { HostError } from '../hostError';

export class WorkbookProtectionObject extends ExcelObject {
  override readonly type: ObjectType = workbookProtectionType;

  change(isProtected: boolean, location: string): void {
    // Newer Excel refuses what is already so.
    if (this.workbook.isStructureProtected === isProtected) throw new HostError('AccessDenied', location);
    this.workbook.isStructureProtected = isProtected;
  }
}

const workbookProtectionType = typeOf<WorkbookProtectionObject>('WorkbookProtection', ({ property, action }) => ({
  protected: property('1.7', ({ workbook }) => workbook.isStructureProtected),
  protect: action('1.7', (self, given) => {
    self.change(true, given.location);
    return null;
  }),
  unprotect: action('1.7', (self, given) => {
    self.change(false, given.location);
    return null;
  }),
}));
