/** What a file is that could not be reviewed, and what to do with it: one sentence and one next step, in English. */
import type { FileFaultKind } from '../fileFaults';

export const fileFaults: Readonly<Record<FileFaultKind, { readonly sentence: string; readonly nextStep: string }>> = {
  'not-a-workbook': {
    sentence: 'What kind of file "{path}" is cannot be told.',
    nextStep: 'If it holds a form, open it in the program that made it (WPS, Excel), save it as .xlsx and review that.',
  },
  'file-damaged': {
    sentence: '"{path}" is damaged at {place} and was not reviewed.',
    nextStep: 'Open it in Excel or WPS, let it be repaired and save it as .xlsx; else ask the unit for a new copy.',
  },
  'file-encrypted': {
    sentence: '"{path}" needs a password and cannot be read.',
    nextStep: 'Open it in Excel or WPS, save a copy without the password as .xlsx, then review that.',
  },
  'file-too-large': {
    sentence: '"{path}" is too large, or unpacks to far more than it should, and was not opened.',
    nextStep: 'Keep only the forms, delete surplus rows, columns and sheets, save it as .xlsx and review that.',
  },
  'file-empty': {
    sentence: '"{path}" is empty.',
    nextStep: 'If it comes from a cloud folder, a mail or a chat, wait until it is downloaded, or ask for it again.',
  },
  'file-old-word': {
    sentence: '"{path}" is an old Word document (.doc, .wps or .rtf); tables in it cannot be read.',
    nextStep: 'Open it in Word or WPS and save it as .docx, or paste the table into Excel and save that as .xlsx.',
  },
  'file-without-table': {
    sentence: '"{path}" holds text only and no table.',
    nextStep: 'Find out which file holds the form, and review that one.',
  },
  'file-pdf': {
    sentence: '"{path}" is a PDF; tables in it cannot be read.',
    nextStep: 'Ask the unit for the Excel or Word file of the form.',
  },
  'file-image': {
    sentence: '"{path}" is a picture; tables in it cannot be read.',
    nextStep: 'Ask the unit for the Excel or Word file of the form.',
  },
  'file-slides': {
    sentence: '"{path}" is a presentation and no spreadsheet.',
    nextStep: 'Paste the form into Excel, save it as .xlsx and review that.',
  },
  'file-archive': {
    sentence: '"{path}" is an archive and no spreadsheet.',
    nextStep: 'Unpack it first, then review the files in it.',
  },
};
