/** How a sheet of our own is known again, and which name it gets, alike in Excel and in a file. */
import { toA1 } from '../core/sheet/cellRef';
import type { OwnLink } from '../core/sheet/ownSheet';

/**
 * The rule of a conditional format on cell A1 that marks a sheet as ours: always true, without a look, referring to
 * nothing. It goes where the sheet goes, through every program that keeps conditional formats.
 */
export const ownSheetFormula = '=LEN("zp-sheet-v1")>0';

/** Whether a conditional format's formula is that rule. */
export function isOwnSheetFormula(formula: string): boolean {
  return formula.replace(/\s/g, '').replace(/^=/, '') === ownSheetFormula.slice(1);
}

/** The name with a counter from 1 on; full-width brackets, which no spreadsheet program gives to copies by itself. */
export function nameOfPaper(name: string, number: number): string {
  return number === 1 ? name : `${name}（${number}）`;
}

/** Whether a sheet could be the wanted one by its name. */
export function isCandidate(name: string, wanted: string): boolean {
  const rest = name.toLowerCase().startsWith(wanted.toLowerCase()) ? name.slice(wanted.length) : null;
  return rest === '' || (rest !== null && /^（[0-9]+）$/u.test(rest));
}

/**
 * The first name that is free, or whose sheet carries our mark and may be written anew (any, where `renew` is left
 * out). Names of sheets are the same whatever their case.
 */
export function chooseName<Sheet extends { readonly id: string; readonly name: string }>(
  wanted: string,
  sheets: readonly Sheet[],
  isOurs: (sheet: Sheet) => boolean,
  renew?: readonly string[],
): { readonly name: string; readonly existing: Sheet | null } {
  for (let number = 1; ; number += 1) {
    const name = nameOfPaper(wanted, number);
    const existing = sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;
    if (!existing || (renew?.includes(existing.id) !== false && isOurs(existing)))
      return { name: existing?.name ?? name, existing };
  }
}

/** The formula of a link, with its leading "=". */
export function linkFormula({ link: { cell, sheetName }, text }: OwnLink): string {
  const quoted = (value: string): string => value.replaceAll('"', '""');
  return `=HYPERLINK("${quoted(`#'${sheetName.replaceAll("'", "''")}'!${toA1(cell)}`)}","${quoted(text)}")`;
}
