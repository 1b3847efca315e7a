/**
 * Marks in batches of their own, one by one where Excel cannot read or remove some of a sheet's conditional formats
 * (office-js #6396, #6835, #6827, #5222): what can be done is done, and what is left is counted.
 */
import { areasFromA1, contains } from '../core/sheet/cellRef';
import { severityOfFormula } from '../port/markRule';
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
  /** How many cells still carry a mark that could be read and not removed. */
  readonly standing: number;
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
  const isFailed = await deleteFormats(
    context,
    sheet,
    ours.map(({ id }) => id),
  );
  // A batch that failed in the middle has removed some, and asking for those again fails: look what is still there.
  const still = isFailed ? await idsOf(context, sheet) : new Set<string>();
  const standing = ours.filter(({ id }) => still.has(id));
  const removed = ours.filter(({ id }) => !still.has(id));
  return {
    cells: areasMarked(removed),
    standing: areasMarked(standing),
    left: unread + standing.length,
  };
}

const areasMarked = (marks: readonly QueuedMark[]): number => cellsMarked(marks.map(({ areas }) => areas));

/** Deletes the conditional formats with these ids; says whether Excel failed at any. */
async function deleteFormats(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  ids: readonly string[],
): Promise<boolean> {
  const deleteAll = async (some: readonly string[]): Promise<readonly string[]> => {
    // Asked for anew at each try: what was first asked for in a batch that failed cannot be used again.
    const formats = sheet.getRange().conditionalFormats;
    for (const id of some) formats.getItem(id).delete();
    await context.sync();
    return some;
  };
  // A workbook that is read-only lets none of them go.
  const gone = await isolate(ids, deleteAll, (code) => code === 'AccessDenied' || isOfConnection(code));
  return gone.failed.length > 0;
}

async function idsOf(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<ReadonlySet<string>> {
  return idsAmong(await findRules(context, sheet));
}

/** The ids of the custom conditional formats. */
export function idsAmong({ rules }: Pick<RulesFound, 'rules'>): ReadonlySet<string> {
  return new Set(rules.map(({ format }) => format.id));
}

/**
 * Deletes marks that a batch left half made: a format comes into being before it gets its rule. Half made is what was
 * not there before and has no rule; a rule of the user always has one.
 */
export async function removeHalfMade(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { rules }: RulesFound,
  before: ReadonlySet<string>,
): Promise<void> {
  const ids = rules
    .filter(({ format }) => !before.has(format.id) && format.custom.rule.formula === '')
    .map(({ format }) => format.id);
  if (ids.length > 0) await deleteFormats(context, sheet, ids);
}

/** What became of placing marks anew. */
export interface MarksReplaced {
  /** How many cells carry a mark now, by what was read back where anything failed. */
  readonly marked: number;
  readonly left: MarksLeft;
}

/** Removes the marks of a sheet and places others, each step in a batch of its own. */
export async function replaceMarksApart(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  marks: readonly Mark[],
): Promise<MarksReplaced> {
  const before = await findRules(context, sheet);
  const removed = await removeMarksApart(context, sheet, before);
  const placed: Excel.RangeAreas[] = [];
  let isAllPlaced = true;
  // One after the other and none twice, since a batch that fails may have placed some of its own.
  for (const mark of marks) {
    const areas = await placeMark(context, sheet, mark);
    if (areas) placed.push(...areas);
    else isAllPlaced = false;
  }
  if (isAllPlaced && removed.standing === 0) {
    return { marked: cellsMarked(placed), left: { rules: removed.left, unplaced: 0 } };
  }
  const found = await findRules(context, sheet);
  await removeHalfMade(context, sheet, found, idsAmong(before));
  const standing = marksAmong(found.rules);
  return {
    marked: cellsMarked(standing.map(({ areas }) => areas)),
    left: { rules: removed.left, unplaced: unplacedAmong(marks, standing) },
  };
}

/** How many cells do not carry the mark that they were to get. */
function unplacedAmong(marks: readonly Mark[], standing: readonly QueuedRule[]): number {
  return marks.reduce((sum, { cells, severity }) => {
    const areas = standing
      .filter(({ format }) => severityOfFormula(format.custom.rule.formula) === severity)
      .flatMap(({ areas: { address } }) => areasFromA1(address));
    return sum + cells.filter((cell) => !areas.some((area) => contains(area, cell))).length;
  }, 0);
}

/** Places one mark in a batch of its own; null where that batch failed, whatever of it stands. */
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
