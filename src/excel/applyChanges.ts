/** Writes planned values and marks; where Excel fails at the marks, the values are written anyway. */
import { failed, succeeded } from '../port/outcome';
import type { Applied, Changes, HostFault, MarksLeft, Outcome } from '../port/workbook';
import { applyAtOnce } from './applyAtOnce';
import { isLevelSupported } from './capabilities';
import { isCompatibilityMode } from './compatibilityMode';
import { inExcel, writingInExcel } from './inExcel';
import { cellsMarked, marksAmong } from './marks';
import { findRules, replaceMarksApart, type MarksReplaced } from './marksApart';
import type { OwnWrites } from './watch';

/**
 * Applies the changes to a sheet in one go. Where that fails for something that is no part of the substance (a
 * conditional format that Excel cannot read, undo that it cannot group), the cells are written without it, and the marks
 * after them, one by one; what is left of them is said. What was written before is not written again.
 */
export async function applyChanges(sheetId: string, changes: Changes, ownWrites: OwnWrites): Promise<Outcome<Applied>> {
  if (isCompatibilityMode()) return failed({ kind: 'compatibility-mode' });
  const whole = await applyAtOnce(sheetId, changes, ownWrites, { isGrouped: true });
  const fault = whole.ok ? whole.value.brokenBy : whole.fault;
  const { marks } = changes;
  if (!fault || !mayBeOfOrnament(fault) || (marks === null && !isLevelSupported('1.20'))) return whole;

  const bare = await applyAtOnce(sheetId, { ...changes, marks: null }, ownWrites, { isGrouped: false });
  if (!bare.ok) return whole.ok && bare.fault.kind !== 'session-lost' ? whole : bare;
  if (marks === null) return bare;
  if (bare.value.brokenBy) return succeeded({ ...bare.value, marked: await countMarked(sheetId) });
  const marking = await markApart(sheetId, marks);
  if (!marking.ok) {
    return succeeded({ ...bare.value, marked: await countMarked(sheetId), brokenBy: marking.fault });
  }
  const { left, marked } = marking.value;
  return succeeded({ ...bare.value, marked, ...(isAnythingLeft(left) ? { marksLeft: left } : {}) });
}

const isAnythingLeft = ({ rules, unplaced }: MarksLeft): boolean => rules + unplaced > 0;

/** Whether the cells might be written all the same: not where they, or the connection, are what it is about. */
function mayBeOfOrnament({ kind }: HostFault): boolean {
  return ['unexpected', 'too-old', 'too-large'].includes(kind);
}

/** How many cells carry a mark, looked up on a new connection after one broke; null where nobody can say. */
async function countMarked(sheetId: string): Promise<number | null> {
  const counted = await inExcel({ sheet: sheetId }, async (context) => {
    const { rules } = await findRules(context, context.workbook.worksheets.getItem(sheetId));
    return succeeded(cellsMarked(marksAmong(rules).map(({ areas }) => areas)));
  });
  return counted.ok ? counted.value : null;
}

function markApart(sheetId: string, marks: NonNullable<Changes['marks']>): Promise<Outcome<MarksReplaced>> {
  return writingInExcel(
    { sheet: sheetId },
    async (context, progress) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      progress.isWriting = true;
      return succeeded(await replaceMarksApart(context, sheet, marks));
    },
    false,
  );
}
