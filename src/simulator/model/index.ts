/** The model's door. */
export type { Calculator } from './calculator';
export type * from './plain';
export type { Comment, ConditionalFormat, Input, SimulatedSheet } from './sheet';
export { SimulatedWorkbook, type Change, type Origin } from './workbook';
