/** What a unit says of its projects in sentences: a self-report on a sheet of its own, or text beside a form. */
import type { Form } from '../form/form';
import { cellWords, gridOf } from '../form/grid';
import type { CellRef } from '../sheet/cellRef';
import type { Snapshot } from '../sheet/snapshot';
import { projectKey } from './sameProject';

/** One text, as it stands in a cell. */
export interface NarrativeText {
  readonly cell: CellRef;
  readonly text: string;
}

/** The text of one sheet. */
export interface Narrative {
  readonly file: string | null;
  readonly sheetName: string;
  readonly sheetId: string;
  /** The project of the only form on the sheet; null where the text stands alone, or between several forms. */
  readonly besideProject: string | null;
  readonly texts: readonly NarrativeText[];
}

/** Shorter texts are labels. */
const shortest = 12;

/** What a template says of how it is filled in, and the numbered lines that go on with it, speak of no project. */
const instructions = /^(?:备?注|(?:填[表报写]|评分|有关)?说明)(?:[\s:：\d一(（]|$)/u;
const goesOn = /^[(（]?\d{1,2}[)）、.．:：](?!\d)/u;

/** Below the table, or to the right of all of its columns that mean something. */
function outside({ columns, table }: Form, { column, row }: CellRef): boolean {
  return row > table.bottom || columns.every(({ index }) => column > index);
}

/**
 * The text of a sheet: all of it where the sheet has no form, else what stands below or beside the only form, its
 * notes included.
 */
export function readNarrative(snapshot: Snapshot, forms: readonly Form[]): Narrative | null {
  const grid = gridOf(snapshot);
  if (!grid || forms.length > 1) return null;
  const [form] = forms;
  const texts: NarrativeText[] = [];
  let isInstruction = false;
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    for (const cell of grid.ownCells(row, grid.left, grid.right)) {
      if (typeof cell.value !== 'string') continue;
      const text = cellWords(cell);
      isInstruction = form !== undefined && (instructions.test(text) || (isInstruction && goesOn.test(text)));
      if (cell.value.length < shortest) continue;
      if (!form || (!isInstruction && outside(form, cell.ref))) texts.push({ cell: cell.ref, text });
    }
  }
  if (texts.length === 0) return null;
  const { sheetId, sheetName } = snapshot;
  return { file: null, sheetName, sheetId, besideProject: form ? (form.projectName ?? '') : null, texts };
}

/**
 * Whether a narrative is certainly about the form alone: it stands beside it, or names its project and no other one of which
 * there is a form.
 */
export function isAbout(narrative: Narrative, form: Form, projects: readonly string[]): boolean {
  if (narrative.besideProject !== null) return narrative.sheetName === form.sheetName && narrative.file === null;
  const own = projectKey(form.projectName ?? '');
  if (own.length < 4) return false;
  const told = projectKey(narrative.texts.map(({ text }) => text).join(''));
  const others = projects.map(projectKey).filter((key) => key !== own && key.length >= 4 && !own.includes(key));
  return told.includes(own) && !others.some((key) => told.includes(key));
}
