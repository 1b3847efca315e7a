/** One sentence and one next step for every failure of Excel or of a file, in English. */
import type { HostFault } from '../../port/workbook';
import { fileFaults } from './fileFaults';

export const faults: Readonly<Record<HostFault['kind'], { readonly sentence: string; readonly nextStep: string }>> = {
  'not-in-excel': {
    sentence: 'This page was not opened inside Excel.',
    nextStep: 'Open "Self-evaluation review" from the add-ins of Excel.',
  },
  'cell-being-edited': {
    sentence: 'A cell is being edited; Excel allows no reading or writing meanwhile.',
    nextStep: 'Press Enter to finish the cell, then try again.',
  },
  'sheet-protected': {
    sentence: 'The sheet "{sheet}" is protected; nothing was written.',
    nextStep: 'Unprotect the sheet on the Review tab, then try again.',
  },
  'sheet-filtered': {
    sentence: 'The sheet "{sheet}" is filtered, and Excel does not write to rows that are filtered out.',
    nextStep: 'Clear the filter under "Data", then try again.',
  },
  'sheet-missing': {
    sentence: 'The sheet "{sheet}" cannot be found; it may have been deleted.',
    nextStep: 'Open the sheet that holds the form, then press "Review".',
  },
  'sheet-without-cells': {
    sentence: 'This is a chart sheet; it has no cells.',
    nextStep: 'Switch to the sheet that holds the form, then try again.',
  },
  'read-only': {
    sentence: 'The workbook is read-only, in protected view, or its structure is protected; it cannot be written.',
    nextStep: 'Choose "Enable Editing", or unprotect the workbook on the Review tab; or save a copy and open that.',
  },
  'other-workbook-active': {
    sentence: 'Another workbook is in front.',
    nextStep: 'Switch back to the workbook under review, then try again.',
  },
  'selection-without-cells': {
    sentence: 'No cell is selected: it may be a picture or a chart, or another workbook may be in front.',
    nextStep: 'Click any cell of the workbook under review, then try again.',
  },
  'sheet-hidden': {
    sentence: 'The sheet "{sheet}" is hidden, so it cannot be shown.',
    nextStep: 'Right-click a sheet tab, choose "Unhide", then try again.',
  },
  'compatibility-mode': {
    sentence:
      'This workbook is of the old .xls format (compatibility mode); marks and the record for reverting would be lost on saving, so nothing was written.',
    nextStep: 'Use "File > Save As", choose .xlsx, open that file and then the add-in.',
  },
  'too-old': {
    sentence: 'This Excel is too old; it lacks {needs}.',
    nextStep: 'Ask your IT department for Excel 2021 or later.',
  },
  'too-large': {
    sentence: 'This is more than Excel takes in one go.',
    nextStep: 'Delete needless rows and columns around the form, or tick fewer cells, then try again.',
  },
  'texts-too-long': {
    sentence: 'The texts on “{sheet}” are so long that reviewing them here would freeze; it was not reviewed.',
    nextStep:
      'See whether whole documents were pasted into cells, shorten them and press Review again; else use the command line.',
  },
  'session-lost': {
    sentence: 'The connection to the workbook broke; what was written before stays.',
    nextStep: 'Close and reopen this pane, then review again.',
  },
  busy: { sentence: 'Excel is busy and does not answer.', nextStep: 'Wait a moment, then try again.' },
  ...fileFaults,
  'file-missing': { sentence: 'The file "{path}" cannot be found.', nextStep: 'Check its name and its folder.' },
  'file-not-readable': {
    sentence: '"{path}" cannot be opened: there is no right to read it, or another program holds it.',
    nextStep: 'Close the program that uses it, or ask for the right to read it, then try again.',
  },
  'file-not-writable': {
    sentence: '"{path}" cannot be written.',
    nextStep: 'Close the program that uses it, or choose another folder.',
  },
  'file-exists': {
    sentence: '"{path}" is already there; it was not written over.',
    nextStep: 'Choose another folder or name, or move the file that is there.',
  },
  unexpected: {
    sentence: 'Excel reported a problem that was not foreseen; the action was not finished.',
    nextStep: 'Try again; if it stays, close and reopen Excel.',
  },
};
