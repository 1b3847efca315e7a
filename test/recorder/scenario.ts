/** What a scenario is, and what it may use: an empty sheet of its own, office.js, and the product's adapter. */
import type { Workbook } from '../../src/port/workbook';
import type { Refusal } from './recording';

/** What one scenario works on. */
export interface Desk {
  /** A sheet that was made for this scenario and is empty. */
  readonly sheetId: string;
  readonly sheetName: string;
  /** The product's own adapter of Excel. */
  readonly workbook: Workbook;
  /** One Excel.run on that sheet. */
  readonly run: <T>(batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) => Promise<T>;
  /** Waits as long as events may take that come after the answer. */
  readonly untilEventsCame: () => Promise<void>;
}

/** One question to Excel, always asked in the same way. */
export interface Scenario {
  readonly name: string;
  /** What is asked, in Chinese, for the person who records and the one who compares. */
  readonly question: string;
  /** The ExcelApi set that it needs, such as "1.13". */
  readonly needs: string;
  /** Asks, and gives the answer as plain data. */
  readonly ask: (desk: Desk) => Promise<unknown>;
}

/** What Excel refused, or null where the error is not one of Excel. */
export function refusalOf(error: unknown): Refusal | null {
  // By its name: the page may have another copy of the class than this bundle.
  if (!(typeof error === 'object' && error !== null && 'name' in error && error.name === 'RichApi.Error')) return null;
  const { code, debugInfo } = error as OfficeExtension.Error;
  return { code, location: (debugInfo as Partial<OfficeExtension.DebugInfo> | undefined)?.errorLocation ?? null };
}

/** What became of something that Excel may refuse: "done", or its refusal. */
export async function attempt(work: Promise<unknown>): Promise<'done' | Refusal> {
  try {
    await work;
    return 'done';
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refusal;
  }
}

/** Values, formulas, shown texts, kinds and formats of a range: all that tells what Excel made of something. */
export function contentOf(range: Excel.Range): () => unknown {
  range.load('values,formulas,text,valueTypes,numberFormat');
  return () => {
    const { formulas, numberFormat, text, valueTypes, values } = range;
    return { values, formulas, text, valueTypes, numberFormat };
  };
}

/** Puts values into a range, waits, and says what Excel made of them. */
export async function putAndRead(
  { run }: Desk,
  address: string,
  values: readonly (readonly unknown[])[],
  numberFormat?: string,
): Promise<unknown> {
  return run(async (sheet, context) => {
    const range = sheet.getRange(address);
    if (numberFormat !== undefined) range.numberFormat = values.map((row) => row.map(() => numberFormat));
    range.values = values.map((row) => [...row]);
    const content = contentOf(range);
    await context.sync();
    return content();
  });
}
