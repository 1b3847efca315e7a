/** DataValidation: whether what stands in the cells is allowed. */
import type { Area } from '../../../core/sheet/cellRef';
import { cellsInArea } from '../../model/areas';
import { ExcelObject, typeOf, type ObjectType, type Surroundings } from '../excelObject';
import { sheetStillThere, type SheetHandle } from './sheetHandle';

export class DataValidationObject extends ExcelObject {
  override readonly type: ObjectType = dataValidationType;

  constructor(
    host: Surroundings,
    readonly handle: SheetHandle,
    readonly area: Area,
  ) {
    super(host);
  }
}

const dataValidationType = typeOf<DataValidationObject>('DataValidation', ({ property }) => ({
  // null: some cells are valid and some are not.
  valid: property('1.8', (validation) => {
    const sheet = sheetStillThere(validation, validation.handle, 'DataValidation.valid');
    const answers = new Set([...cellsInArea(validation.area)].map((ref) => sheet.isValid(ref)));
    return answers.size > 1 ? null : !answers.has(false);
  }),
}));
