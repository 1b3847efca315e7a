/**
 * Sheets written as text, with the expected findings marked in the cells themselves.
 *
 * One line a row, cells between bars: `| 就餐人数 | =20人 | 17人 | 10 | 9 {score-matches-rule:over 9→8.5} |`.
 * A plain number is a number, `'10` is a text, `<` belongs to the cell on its left, `^` to the cell above,
 * `=SUM(A1)→5` is a formula with its result, `#REF!` an error value, `50%` written as `0.5%%` a percent number.
 * A marker `{check:message found→expected}` says that this cell is the first cell of such a finding; found and
 * expected may be left out.
 */
import { areaToA1, toA1, type Area, type CellRef } from '../../src/core/sheet/cellRef';
import type { CellValue, Snapshot } from '../../src/core/sheet/snapshot';

/** A finding that a cell's marker promises. */
interface Expected {
  readonly check: string;
  readonly message: string;
  /** A1. */
  readonly cell: string;
  readonly found: string | null;
  readonly expected: string | null;
}

export interface MarkedSheet {
  readonly snapshot: Snapshot;
  readonly expected: readonly Expected[];
}

const marker = /\{([a-z-]+):([A-Za-z]+)(?:\s+([^{}→]*)→([^{}]*))?\}/gu;

interface ParsedCell {
  readonly value: CellValue;
  readonly text: string;
  readonly formula: string | null;
  readonly numberFormat: string;
}

function parsePlain(text: string): ParsedCell {
  const plainCell = { text, formula: null, numberFormat: 'General' };
  if (text === '') return { ...plainCell, value: null };
  if (text.startsWith("'")) return { ...plainCell, value: text.slice(1), text: text.slice(1), numberFormat: '@' };
  if (/^#[A-Z0-9/]+[!?]?$/u.test(text)) return { ...plainCell, value: { error: text } };
  if (/^-?\d+(\.\d+)?%%$/u.test(text)) {
    const ratio = Number(text.slice(0, -2));
    const percent = Number((ratio * 100).toPrecision(12));
    return { ...plainCell, value: ratio, text: `${percent}%`, numberFormat: '0.00%' };
  }
  if (/^-?\d+(\.\d+)?$/u.test(text)) return { ...plainCell, value: Number(text) };
  return { ...plainCell, value: text.replaceAll('\\n', '\n'), text: text.replaceAll('\\n', '\n') };
}

function parseCell(text: string): ParsedCell {
  const formula = /^(=[A-Z]+\(.*\)|=[A-Z]+\d+.*)→(.*)$/u.exec(text);
  if (!formula) return parsePlain(text);
  const [, source = '', result = ''] = formula;
  return { ...parsePlain(result), formula: source };
}

/** The merged areas that `<` and `^` describe. */
function mergesOf(rows: readonly (readonly string[])[]): readonly Area[] {
  const merges: Area[] = [];
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell === '<' || cell === '^') return;
      let right = column;
      while (rows[row]?.[right + 1] === '<') right += 1;
      let bottom = row;
      while (rows[bottom + 1]?.[column] === '^') bottom += 1;
      if (right > column || bottom > row) merges.push({ top: row, left: column, bottom, right });
    }),
  );
  return merges;
}

/**
 * Reads such a text.
 *
 * @throws Error when the text has no rows or a marker that cannot be read, since such a fixture would test nothing.
 */
export function markedSheet(source: string, sheetName = '自评表'): MarkedSheet {
  const expected: Expected[] = [];
  const lines = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('|'));
  if (lines.length === 0) throw new Error('A marked sheet without rows');
  const rows = lines.map((line, row) =>
    line
      .replace(/^\||\|$/gu, '')
      .split('|')
      .map((cell, column) => {
        const bare = cell.replace(marker, (_, check: string, message: string, found?: string, wanted?: string) => {
          const ref: CellRef = { row, column };
          expected.push({ check, message, cell: toA1(ref), found: found ?? null, expected: wanted ?? null });
          return '';
        });
        if (bare.includes('{')) throw new Error(`Unreadable marker in "${cell}"`);
        return bare.trim();
      }),
  );
  const width = Math.max(...rows.map((cells) => cells.length));
  const merges = mergesOf(rows);
  const cells = rows.map((line) =>
    Array.from({ length: width }, (_, column) => parseCell((line[column] ?? '').replace(/^[<^]$/u, ''))),
  );
  return {
    expected,
    snapshot: {
      sheetId: `{${sheetName}}`,
      sheetName,
      area: { top: 0, left: 0, bottom: rows.length - 1, right: width - 1 },
      values: cells.map((line) => line.map(({ value }) => value)),
      text: cells.map((line) => line.map(({ text }) => text)),
      formulas: cells.map((line) => line.map(({ formula }) => formula)),
      numberFormats: cells.map((line) => line.map(({ numberFormat }) => numberFormat)),
      merges: merges.filter((merge) => areaToA1(merge).includes(':')),
      hiddenRows: [],
      hiddenColumns: [],
      isProtected: false,
      clippedFrom: null,
    },
  };
}
