/** The pictures, which come as a file of their own when one is opened. */
export { FormChart } from './FormChart';
export { WorkbookCharts } from './WorkbookCharts';
