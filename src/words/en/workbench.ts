/** What the page for working without a spreadsheet program says, in English. */
import type { workbench as chinese } from '../zh-CN/workbench';

export const workbench: Readonly<Record<keyof typeof chinese, string>> = {
  title: 'Self-evaluation review · without Excel',
  name: 'Self-evaluation review',
  intro:
    'For colleagues with WPS, LibreOffice or another office suite: open a form here, look at it on the left, review, write and undo on the right, and save a reviewed copy.',
  dropHere: 'Drop the file of a form here, or',
  choose: 'Choose a file',
  trySample: 'Try it on the sample form',
  guide: 'User guide (in Chinese, opens in a new tab)',
  chooseAnother: 'Open another file',
  'promise-local': 'The file is opened in the browser of this computer only: no upload, no network.',
  'promise-original': 'The original is never changed; the review goes into a copy of its own.',
  'promise-lossless':
    'The copy differs in the cells that you tick and nowhere else: formats, formulas, charts, comments and print settings stay as they are.',
  'promise-kinds':
    'Opens .xlsx, .xls, .et, .ods, tables of Word (.docx) and CSV, by content and not by name; copies are saved as .xlsx.',
  'promise-reading':
    'The grid is for reading: to change anything else, use your office suite and open the file again. Formulas are calculated anew when the office suite opens the copy.',

  opening: 'Opening “{file}”…',
  stopOpening: 'Stop',
  stopped: '“{file}” was not opened: you stopped it.',
  opened: 'Opened “{file}”.',
  converted: 'Opened “{file}”. It is no .xlsx: it is reviewed and saved as one, and the file itself stays as it is.',
  savingCopy: 'Making the reviewed copy…',
  save: 'Save reviewed copy',
  saved: 'Made “{file}”; find it in the downloads folder of the browser.',
  cleaningCopy: 'Making the clean copy…',
  saveClean: 'Clean copy',
  cleaned:
    '"{file}" was made: without the records and marks of this tool and without parts of add-ins, ready to go back to the unit. Look in the downloads folder of the browser.',
  unsaved: 'There are unsaved changes',
  unchanged: 'No unsaved changes',
  copyName: '{name} (reviewed)',
  askTitle: 'There are changes that are not saved in a copy yet.',
  askNext: 'Once “{file}” is opened, these changes are gone.',
  saveFirst: 'Save the copy first, then open',
  dropChanges: 'Open without saving',
  keepWorking: 'Cancel',
  sessionTitle: 'A batch of forms',
  addFiles: 'Add files',
  chooseFolder: 'Choose a folder',
  sessionReading: 'Reviewing: {done} of {total} files…',
  sessionUnsaved:
    'Changes of {n} files are not saved in copies yet; they are gone once this page is closed. States are kept on this computer and are there when the same files are chosen again.',
  fileOf: 'File {n} of {total}',
  previousFile: 'Previous file',
  nextFile: 'Next file',
  fileList: 'List',
  saveAll: 'Save all reviewed copies ({n})',
  endSession: 'Close the list',
  withoutForm: 'Files without a result:',
  noFormInFile: 'No self-evaluation form was found.',

  'fault-file-missing': 'The browser cannot read “{file}”.',
  'next-file-missing':
    'It may have been moved or renamed, or another program holds it. Close that program and choose it again.',
  'fault-other-host': 'This step was not done.',
  'next-other-host': 'Save the reviewed copy, then open this page again.',

  viewSheet: 'Sheet',
  viewPane: 'Review',
  views: 'Which side to see',
  fileBar: 'File',
  splitter: 'Width of the review pane',
  sheets: 'Sheets',
  hiddenSheet: '{sheet} (hidden sheet)',
  gridOf: 'Sheet “{sheet}”, for reading only',
  cell: 'Selected cell',
  formula: 'Formula',
  emptyCell: 'Empty cell',
  emptySheet: 'This sheet is empty.',
  noCells: 'This is a chart sheet, without cells.',
  clipped:
    'This sheet has {rows} rows and {columns} columns; the first {mostRows} rows and {mostColumns} columns are shown and reviewed.',
  bareNumbers:
    'Some number formats (dates, for one) cannot be shown here, so the bare number is; for checks about dates, trust what the office suite shows.',
  loadingSheet: 'Reading the sheet…',
  rowNumbers: 'Row numbers',
  'mark-P0': 'P0 Fatal',
  'mark-P1': 'P1 Important',
  'mark-P2': 'P2 Advice',
};
