/** Tables in plain text: values between commas, tabs or semicolons. */
import type { Book } from './book';
import { sheetOfBlocks, type SpanningCell } from './tableGrid';

/** The workbook; null where the text is no table: fewer than two lines that are divided alike. */
export function readTextBook(text: string): Book | null {
  const divider = dividerOf(text);
  if (divider === null) return null;
  const rows = recordsOf(text, divider);
  const columns = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row, down) =>
    row.map((value, across): SpanningCell => ({ text: value, row: down, column: across, rows: 1, columns: 1 })),
  );
  const table = { rows: rows.length, columns, cells };
  return { sheets: [sheetOfBlocks('表', [{ kind: 'table', table }])], countsFrom1904: false };
}

/** How many lines tell the divider. */
const looked = 50;

/** The character that divides most lines; tabs before commas, because a comma also stands in texts. */
function dividerOf(text: string): string | null {
  const records = (divider: string): number =>
    recordsOf(text.slice(0, 65_536), divider)
      .slice(0, looked)
      .filter((record) => record.length > 1).length;
  const best = ['\t', ',', ';']
    .map((divider) => ({ divider, count: records(divider) }))
    .reduce((left, right) => (right.count > left.count ? right : left));
  return best.count >= 2 ? best.divider : null;
}

/** The lines and their values; a value between quotes may hold anything (RFC 4180). */
function recordsOf(text: string, divider: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { end, value } = valueAt(text, at, divider);
    record.push(value);
    const isLast = text[end] !== divider;
    if (isLast) {
      records.push(record);
      record = [];
    }
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    if (at >= text.length && isLast) break;
  }
  return records;
}

function valueAt(text: string, from: number, divider: string): { readonly value: string; readonly end: number } {
  let value = '';
  let at = from;
  if (text[at] === '"') {
    for (;;) {
      const quote = text.indexOf('"', at + 1);
      value += text.slice(at + 1, quote < 0 ? text.length : quote);
      at = quote < 0 ? text.length : quote + 1;
      if (text[at] !== '"') break;
      value += '"';
    }
  }
  const rest = at;
  while (at < text.length && text[at] !== divider && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { value: value + text.slice(rest, at), end: at };
}
