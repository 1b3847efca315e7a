/** Writes the page and the summary workbook that the arguments ask for. */
import type { ReviewArguments } from './arguments';
import { withPageMark, withWorkbookMark } from './disk/ownMark';
import { writeWhole } from './disk/wholeFile';
import type { CommandHouse } from './house';
import { pageOf } from './page/pageOf';
import type { Published } from './published';
import { workbookOf } from './workbook/workbookOf';

/** Writes the reports, and yields the paths that the operating system refuses. */
export async function writeReports(
  { html, xlsx }: ReviewArguments,
  published: Published,
  { loadEngine, terminal }: CommandHouse,
  secret: Uint8Array,
): Promise<readonly string[]> {
  const refused: string[] = [];
  const write = (path: string, pieces: Iterable<string | Uint8Array>): void => {
    if (writeWhole(path, pieces)) terminal.say(`已写 ${path}`);
    else refused.push(path);
  };
  if (html !== null) write(html, withPageMark(pageOf(published), secret));
  if (xlsx !== null) write(xlsx, [withWorkbookMark(workbookOf(await loadEngine(), published), secret)]);
  return refused;
}
