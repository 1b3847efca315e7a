/** Knows a sheet of our own again by what stands in it, so that it is never reviewed as a form of the unit. */
import type { Snapshot } from '../sheet/snapshot';
import { madeBy, reportSheetWords } from './reportSheetWords';

/** Whether a sheet is a paper that this add-in made: its title, with its name or the line below the title. */
export function isOwnPaper({ area, sheetName, values }: Snapshot): boolean {
  if (area?.top !== 0 || area.left !== 0) return false;
  const [title, line] = values.map(([first]) => first);
  const paper = Object.values(reportSheetWords).find((words) => words.title === title);
  return paper !== undefined && (sheetName.startsWith(paper.name) || line === madeBy);
}
