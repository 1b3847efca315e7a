/** Application: calculation and screen updating. */
import { ExcelObject, typeOf, type ObjectType } from '../excelObject';

export class ApplicationObject extends ExcelObject {
  override readonly type: ObjectType = applicationType;
}

const applicationType = typeOf<ApplicationObject>('Application', ({ property, method, seen }) => ({
  calculationMode: property('1.1', () => 'Automatic'),
  decimalSeparator: property('1.11', () => '.'),
  thousandsSeparator: property('1.11', () => ','),
  useSystemSeparators: property('1.11', () => true),
  calculate: method('1.1', ({ workbook }) => {
    workbook.recalculate();
    return null;
  }),
  suspendApiCalculationUntilNextSync: seen(
    method('1.6', ({ workbook }) => {
      workbook.suspendCalculation();
      return null;
    }),
  ),
  suspendScreenUpdatingUntilNextSync: method('1.9', () => null),
}));
