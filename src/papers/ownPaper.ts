/** Knows a sheet of our own again by what stands in it, so that it is never taken for a form of the unit. */
import type { RecogniseOwn } from '../core/report/recogniseOwn';
import type { Snapshot } from '../core/sheet/snapshot';
import { letterWords } from './letterWords';
import { madeBy, reportSheetWords, sampleWords } from './paperWords';

/** Whether a sheet is a paper that this add-in made: its title, with its name or the line below the title; a letter has any title. */
export function isOwnPaper({ area, sheetName, values }: Snapshot): boolean {
  if (area?.top !== 0 || area.left !== 0) return false;
  // A letter by a user's own template has the title that he gave it, and one column.
  if (sheetName.startsWith(letterWords.name) && area.right === 0) return true;
  const [title, line] = values.map(([first]) => first);
  const paper = Object.values(reportSheetWords).find((words) => words.title === title);
  return paper !== undefined && (sheetName.startsWith(paper.name) || line === madeBy);
}

/** Whether a sheet is the sample form, with its made-up project: a form to try things on, and none of the unit's. */
export function isSample({ area, values }: Snapshot): boolean {
  if (area?.top !== 0 || area.left !== 0 || values[0]?.[0] !== sampleWords.line) return false;
  return values.some((cells) => cells.includes(sampleWords.project));
}

/** What a sheet of our own is; handed to the core and the use cases, which know no papers. */
export const recogniseOwn: RecogniseOwn = (snapshot) =>
  isOwnPaper(snapshot) ? 'paper' : isSample(snapshot) ? 'sample' : null;
