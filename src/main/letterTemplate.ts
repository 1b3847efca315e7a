/** Reads somebody's own text of a letter for the command line: a Word file, or a sheet of a workbook. */
import { readFileSync } from 'node:fs';
import { isSystemError } from '../command/disk/system';
import type { CommandTemplate } from '../command/house';
import { openFileWorkbook } from '../file/fileWorkbook';
import { openWordTemplate } from '../file/wordTemplate';
import { templateLines } from '../papers/letter';
import { type TemplateProblem, templateProblem } from '../papers/letterWords';
import { createWords } from '../words';

type Read = CommandTemplate | { readonly problem: string };

const words = createWords('zh-CN');
const refused = (path: string, problem: TemplateProblem): Read => ({
  problem: `模板“${path}”：${words.say(`template-${problem}`)}`,
});

function bytesOf(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

function wordTemplate(path: string): Read {
  const bytes = bytesOf(path);
  if (!bytes) return { problem: `模板“${path}”读不到。` };
  const opened = openWordTemplate(bytes);
  if (typeof opened === 'string') return refused(path, opened);
  const problem = templateProblem(opened.lines);
  return problem === null
    ? { lines: opened.lines, fill: (filled, points) => opened.fill(filled, points) }
    : refused(path, problem);
}

/** A Word file is filled as it is set; of a workbook the first sheet with a place for the points is the text. */
export async function readLetterTemplate(path: string): Promise<Read> {
  if (/\.docx$/iu.test(path)) return wordTemplate(path);
  const opened = await openFileWorkbook(path);
  if (!opened.ok) return { problem: words.faultText(opened.fault).sentence };
  const sheets = await opened.value.sheets();
  if (!sheets.ok) return { problem: words.faultText(sheets.fault).sentence };
  for (const { id } of sheets.value) {
    const read = await opened.value.read(id);
    // A sheet without cells, such as a chart, is no text.
    if (!read.ok) continue;
    const lines = templateLines(read.value);
    if (templateProblem(lines) === null) return { lines, fill: null };
  }
  return refused(path, 'no-points');
}
