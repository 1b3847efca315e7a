/** The little Markdown that the pages of the checks are written in, as data: headings, paragraphs, lists, tables. */

/** A piece of a line: plain, or set off as `code` or **strong**. */
export interface MarkdownSpan {
  readonly kind: 'plain' | 'code' | 'strong';
  readonly text: string;
}

/** A cell of a table; `isFaulty` where the page says that a finding stands there. */
interface TableCell {
  readonly text: string;
  readonly isFaulty: boolean;
}

export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly spans: readonly MarkdownSpan[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly MarkdownSpan[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly MarkdownSpan[])[] }
  /** Rows × columns; the first row is the header. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly TableCell[])[] }
  | { readonly kind: 'code'; readonly text: string };

/** Splits a line into its pieces. */
function spansOf(line: string): readonly MarkdownSpan[] {
  return line
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/u)
    .filter((part) => part !== '')
    .map((part): MarkdownSpan => {
      if (/^`.+`$/u.test(part)) return { kind: 'code', text: part.slice(1, -1) };
      if (/^\*\*.+\*\*$/u.test(part)) return { kind: 'strong', text: part.slice(2, -2) };
      return { kind: 'plain', text: part };
    });
}

/** The expected finding that a form in a page carries beside a cell: {check-id:message …}. */
const expectation = /\{[a-z][a-z0-9-]*:[^}]*\}/gu;

function cellsOf(line: string): readonly TableCell[] {
  return line
    .replace(/^\s*\|/u, '')
    .replace(/\|\s*$/u, '')
    .split('|')
    .map((cell) => {
      const text = cell.replace(expectation, '').trim();
      // "<" and "^" stand for cells that a merge covers.
      return { text: text === '<' || text === '^' ? '' : text, isFaulty: cell.search(expectation) >= 0 };
    });
}

const isRow = (line: string): boolean => line.trimStart().startsWith('|');
const isRule = (line: string): boolean => /^\s*\|?[\s:|-]+\|[\s:|-]*$/u.test(line);

function tableOf(lines: readonly string[]): MarkdownBlock {
  return { kind: 'table', rows: lines.filter((line) => isRow(line) && !isRule(line)).map(cellsOf) };
}

/** Reads a page; what it does not know stays a paragraph, word for word. */
export function blocksOf(text: string): readonly MarkdownBlock[] {
  const lines = text.split(/\r?\n/u);
  const blocks: MarkdownBlock[] = [];
  let at = 0;
  /** The lines from here on for which `holds`, and steps over them. */
  const take = (holds: (line: string) => boolean): readonly string[] => {
    const from = at;
    while (at < lines.length && holds(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,6})\s+(.*)$/u.exec(line);
    if (line.trim() === '') at += 1;
    else if (heading) {
      blocks.push({ kind: 'heading', level: (heading[1] ?? '').length, spans: spansOf(heading[2] ?? '') });
      at += 1;
    } else if (line.startsWith('```')) {
      at += 1;
      const inside = take((one) => !one.startsWith('```'));
      at += 1;
      blocks.push(line.startsWith('```form') ? tableOf(inside) : { kind: 'code', text: inside.join('\n') });
    } else if (isRow(line)) blocks.push(tableOf(take(isRow)));
    else if (/^[-*]\s/u.test(line)) {
      const items = take((one) => /^(?:[-*]\s|\s+\S)/u.test(one));
      const joined = items.reduce<string[]>((all, one) => {
        if (/^[-*]\s/u.test(one)) all.push(one.slice(2));
        else all.push(`${all.pop() ?? ''}${one.trim()}`);
        return all;
      }, []);
      blocks.push({ kind: 'list', items: joined.map(spansOf) });
    } else {
      const paragraph = take((one) => one.trim() !== '' && !/^(?:#{1,6}\s|```|\||[-*]\s)/u.test(one));
      blocks.push({ kind: 'paragraph', spans: spansOf(paragraph.join('')) });
    }
  }
  return blocks;
}
