/** By what a form is known again though rows were inserted, the sheet was renamed or moved, or the file was sent back. */
import { fingerprint } from '../fingerprint';
import type { Form } from '../form/form';
import { fold } from '../value/normalise';

/** A form by what it says of itself; texts are in one typography. */
export interface FormKey {
  readonly project: string | null;
  readonly unit: string | null;
  readonly year: number | null;
  /** Id of the sheet, where the form does not name its project; else null. */
  readonly sheet: string | null;
  /** Among forms of one sheet that say the same of themselves, from 0. */
  readonly place: number;
}

function folded(text: string | null | undefined): string | null {
  const words = fold(text ?? '').text;
  return words === '' ? null : words;
}

type Said = Omit<FormKey, 'place'>;

function saidBy({ project, projectName, sheetId, unit, year }: Form): Said {
  const named = folded(projectName ?? project?.text);
  return { project: named, unit: folded(unit?.text), year, sheet: named === null ? sheetId : null };
}

const isAlike = (left: Said, right: Said): boolean =>
  left.project === right.project && left.unit === right.unit && left.year === right.year;

/** The keys of the forms of one sheet, in their order. */
export function formKeysOf(forms: readonly Form[]): readonly FormKey[] {
  const said = forms.map(saidBy);
  return said.map((own, index) => ({
    ...own,
    place: said.slice(0, index).filter((other) => isAlike(own, other)).length,
  }));
}

function agrees<Value>(left: Value | null, right: Value | null): boolean {
  return left === null || right === null || left === right;
}

/** Whether two keys are of the same form: the project decides; unit and year only where both are known. */
export function isSameForm(left: FormKey, right: FormKey): boolean {
  return (
    left.project === right.project &&
    left.sheet === right.sheet &&
    left.place === right.place &&
    agrees(left.unit, right.unit) &&
    agrees(left.year, right.year)
  );
}

const printed = (words: string | null): string | null => (words === null ? null : fingerprint(words));

/** The key without a word of the form, for what is kept outside of its workbook. */
export function printedKey({ place, project, sheet, unit, year }: FormKey): FormKey {
  return { project: printed(project), unit: printed(unit), year, sheet, place };
}

/** Whether two keys say the same in every part: who does not name its unit or year is nobody else. */
export function isEqualForm(left: FormKey, right: FormKey): boolean {
  return isSameForm(left, right) && left.unit === right.unit && left.year === right.year;
}
