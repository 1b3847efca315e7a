/** The model's door. */
export type * from './plain';
export type { Input, SimulatedSheet } from './sheet';
export { SimulatedWorkbook, type Change } from './workbook';
