/**
 * Marks in batches of their own, one by one where Excel cannot read or remove some of a sheet's conditional formats
 * (office-js #6396, #6835, #6827, #5222): what can be done is done, and what is left is counted.
 */
import type { Mark, MarksLeft } from '../port/workbook';
import { isolate } from './isolate';
import { cellsMarked, marksAmong, queueFormats, queueMarks, queueRule, queueRules, type QueuedRule } from './marks';
import { codeOf, isOfConnection } from './faults';

/** The custom conditional formats of a sheet. */
export interface RulesFound {
  readonly rules: readonly QueuedRule[];
  /** How many could not be read: some of them may be marks. */
  readonly unread: number;
}

/** Reads the custom conditional formats of a sheet: one or two round trips, more where some cannot be read. */
export async function findRules(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<RulesFound> {
  try {
    const formats = queueFormats(sheet);
    await context.sync();
    const rules = queueRules(formats);
    if (rules.length > 0) await context.sync();
    return { rules, unread: 0 };
  } catch (error) {
    rethrowUnlessOfItems(error);
  }
  const { formats, unread } = await listedApart(context, sheet);
  const custom = formats.filter(({ type }) => type === Excel.ConditionalFormatType.custom);
  const read = await isolate(custom, async (some) => {
    const rules = some.map(queueRule);
    await context.sync();
    return rules;
  });
  return { rules: read.done, unread: unread + read.failed.length };
}

interface Listed {
  readonly formats: readonly Excel.ConditionalFormat[];
  readonly unread: number;
}

/** The conditional formats of a sheet with ids and kinds, where the list as a whole cannot be had. */
async function listedApart(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Listed> {
  const all = sheet.getRange().conditionalFormats;
  const asked = { count: all.getCount() };
  await context.sync();
  const places = Array.from({ length: asked.count.value }, (_, index) => index);
  const listed = await isolate(places, async (some) => {
    const formats = some.map((place) => all.getItemAt(place));
    for (const format of formats) format.load('id,type');
    await context.sync();
    return formats;
  });
  return { formats: listed.done, unread: listed.failed.length };
}

interface QueuedMark {
  readonly id: string;
  readonly areas: Excel.RangeAreas;
}

/** What became of removing marks. */
export interface MarksRemoved {
  /** How many cells the removed marks covered. */
  readonly cells: number;
  /** How many conditional formats could not be read or removed; some may be marks. */
  readonly left: number;
}

/** Removes every mark that can be removed. */
export async function removeMarksApart(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { rules, unread }: RulesFound,
): Promise<MarksRemoved> {
  const ours: readonly QueuedMark[] = marksAmong(rules).map(({ areas, format }) => ({ id: format.id, areas }));
  const formats = sheet.getRange().conditionalFormats;
  const deleteAll = async (some: readonly QueuedMark[]): Promise<readonly QueuedMark[]> => {
    for (const { id } of some) formats.getItem(id).delete();
    await context.sync();
    return some;
  };
  // A workbook that is read-only lets none of them go.
  const gone = await isolate(ours, deleteAll, (code) => code === 'AccessDenied' || isOfConnection(code));
  // A batch that failed in the middle has removed some, and asking for those again fails: look what is still there.
  const still = gone.failed.length === 0 ? new Set<string>() : await idsOf(context, sheet);
  const removed = ours.filter(({ id }) => !still.has(id));
  return { cells: cellsMarked(removed.map(({ areas }) => areas)), left: unread + ours.length - removed.length };
}

async function idsOf(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<ReadonlySet<string>> {
  const { rules } = await findRules(context, sheet);
  return new Set(rules.map(({ format }) => format.id));
}

/** What became of placing marks anew. */
export interface MarksReplaced {
  /** How many cells carry a mark now. */
  readonly marked: number;
  readonly left: MarksLeft;
}

/** Removes the marks of a sheet and places others, each step in a batch of its own. */
export async function replaceMarksApart(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  marks: readonly Mark[],
): Promise<MarksReplaced> {
  const removed = await removeMarksApart(context, sheet, await findRules(context, sheet));
  const placed: Excel.RangeAreas[] = [];
  let unplaced = 0;
  // One after the other and none twice, since a batch that fails may have placed some of its own.
  for (const mark of marks) {
    const areas = await placeMark(context, sheet, mark);
    if (areas) placed.push(...areas);
    else unplaced += mark.cells.length;
  }
  return { marked: cellsMarked(placed), left: { rules: removed.left, unplaced } };
}

/** Places one mark in a batch of its own; null where Excel does not. */
async function placeMark(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  mark: Mark,
): Promise<readonly Excel.RangeAreas[] | null> {
  try {
    const areas = queueMarks(sheet, [mark]);
    if (areas.length > 0) await context.sync();
    return areas;
  } catch (error) {
    rethrowUnlessOfItems(error);
    return null;
  }
}

function rethrowUnlessOfItems(error: unknown): void {
  const code = codeOf(error);
  if (code === null || isOfConnection(code)) throw error;
}
