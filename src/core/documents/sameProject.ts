/** When a document is certainly about the project of a form. */
import { fold } from '../value/normalise';

/** "54232222T000000107594-公用经费": the number that a platform puts before a project's name. */
const platformNumber = /^(?=[0-9a-z]*\d{6})[0-9a-z]{10,}[-_—:]?/iu;
const year = /^(?:19|20)\d{2}(?:年度?|(?=[\u4e00-\u9fff]))/u;

/** A project's name in one spelling: without spaces, brackets' widths, a year and a platform's number before it. */
export function projectKey(name: string): string {
  // Folding makes 《》 signs of comparison, and drops quotation marks.
  return fold(name).text.replace(platformNumber, '').replace(year, '').replace(/[<>]/gu, '');
}

/** Whether two names are those of one project; an empty name is nobody's. */
export function isSameProject(left: string | null, right: string | null): boolean {
  const key = left === null ? '' : projectKey(left);
  return key !== '' && right !== null && key === projectKey(right);
}

/** A unit's name in one spelling, without the label that may stand before it in its cell; "" where there is none. */
export function unitKey(text: string | null): string {
  return fold(text ?? '').text.replace(/^[^:]{0,12}(?:单位|部门)[^:]{0,8}:/u, '');
}

/** The documents about a form's project and year; where one names no year, the project decides. */
export function aboutForm<Document extends { readonly projectName: string; readonly year: number | null }>(
  documents: readonly Document[],
  form: { readonly projectName: string | null; readonly year: number | null },
): readonly Document[] {
  return documents.filter(
    (document) =>
      isSameProject(document.projectName, form.projectName) &&
      (document.year === null || form.year === null || document.year === form.year),
  );
}
