/** Values as they go over the wire. */
import { isCellError, type CellValue } from '../../../core/sheet/snapshot';

/** A value as the wire has it: "" for nothing, an error as its text. */
export function wireValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return isCellError(value) ? value.error : value;
}

/** Excel's name for what kind of value it is. */
export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (isCellError(value)) return 'Error';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof value as 'string' | 'number' | 'boolean'];
}
