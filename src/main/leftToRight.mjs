/**
 * Stands in both pages for what turns styles round for languages that are written from right to left: the pane speaks
 * none, and the rules for it would be a fiftieth of the first paint.
 */
export const convert = (styles) => styles;
export const convertProperty = (key, value) => ({ key, value });
