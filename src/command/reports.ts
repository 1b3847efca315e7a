/** Writes the page or pages and the summary workbook that the arguments ask for. */
import { basename, join } from 'node:path';
import type { ReviewArguments } from './arguments';
import { markKey, withPageMark, writtenMark } from './disk/ownMark';
import { isPageFree, pagesFolder, removeStalePages } from './disk/reportPages';
import { writeWhole } from './disk/wholeFile';
import { drawWorkbook } from '../papers/summaryBook';
import type { CommandHouse } from './house';
import { pagedReport } from './page/pagedReport';
import { pageOf } from './page/pageOf';
import { bytesOf, mostBytes } from './page/reportPage';
import type { Published } from '../summary/published';

/** What became of the reports. */
export interface ReportsWritten {
  /** Paths that the operating system refuses. */
  readonly refused: readonly string[];
  /** Paths where something stands that came to be there meanwhile and is not ours. */
  readonly taken: readonly string[];
}

/** Writes the reports. */
export async function writeReports(
  { html, xlsx }: ReviewArguments,
  published: Published,
  { createBook, terminal }: CommandHouse,
  secret: Uint8Array,
): Promise<ReportsWritten> {
  const refused: string[] = [];
  const taken: string[] = [];
  if (html !== null) {
    const written = writePages(html, published, secret);
    if ('refused' in written) refused.push(written.refused);
    else if ('taken' in written) taken.push(written.taken);
    else terminal.say(linesOfPages(html, written.pages));
  }
  if (xlsx !== null) {
    const book = drawWorkbook(await createBook(), published);
    const bytes = book.bytes((parts) => ({ key: markKey, text: writtenMark(parts, secret) }));
    if (writeWhole(xlsx, bytes)) terminal.say(`已写 ${xlsx}`);
    else refused.push(xlsx);
  }
  return { refused, taken };
}

function linesOfPages(html: string, pages: number): string {
  return pages === 0
    ? `已写 ${html}`
    : `已写 ${html}：表多，分成 ${pages} 页，在旁边的“${basename(pagesFolder(html))}”里；两样要放在一起。`;
}

type PagesWritten = { readonly pages: number } | { readonly refused: string } | { readonly taken: string };

/** One page where a browser opens it at once, else an index and its pages; `pages`: how many beside the report. */
function writePages(html: string, published: Published, secret: Uint8Array): PagesWritten {
  const single = withinOnePage(pageOf(published));
  const folder = pagesFolder(html);
  const written = new Set<string>();
  const write = (path: string, pieces: Iterable<string>): boolean => writeWhole(path, withPageMark(pieces, secret));
  if (single) {
    if (!write(html, single)) return { refused: html };
  } else {
    // The index comes last, so that it never leads to a page that is not there.
    for (const page of pagedReport(published, { report: basename(html), folder: basename(folder) })) {
      const path = page.name === null ? html : join(folder, page.name);
      if (page.name !== null && !isPageFree(path, secret)) return { taken: path };
      if (!write(path, [page.html])) return { refused: path };
      if (page.name !== null) written.add(page.name);
    }
  }
  removeStalePages(html, written, secret);
  return { pages: written.size };
}

/** The pieces, or null where they are more than one page holds. */
function withinOnePage(pieces: Iterable<string>): readonly string[] | null {
  const kept: string[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    bytes += bytesOf(piece);
    if (bytes > mostBytes) return null;
    kept.push(piece);
  }
  return kept;
}

/** What is said of reports that could not be written, or null; `then`: what to do once the way is free. */
export function reportsProblem({ refused, taken }: ReportsWritten, then: string): string | null {
  if (taken.length > 0) return `“${taken.join('、')}”这时已经有了，不是本工具写的，没有动它。请把它移走，${then}。`;
  if (refused.length === 0) return null;
  return `${refused.map((path) => `“${path}”`).join('、')}写不进去。请关闭正在使用它的程序，${then}。`;
}

/** "2026-03-01 08:30 +08:00": local time that says where it is local. */
export function timeWithOffset(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())} ${offset}`;
}
