/** Whether a cell of words says anything: not blank, not a dash, not only 无. */
import type { Cell } from '../../sheet/sheetView';
import { withoutSpaces } from '../../signs';

/** 达成预期指标 and the like in a column of reasons say that there is nothing to explain. */
const noReason = /^(?:已|均|全部)*(?:达成预期(?:绩效)?(?:指标|目标)|无偏差|无需说明|不适用|不涉及)[。.]?$/u;

/** The words of a reason without spaces; "" where it explains nothing: blank, a dash, 无, 达成预期指标. */
export function spokenReason(cell: Cell | null): string {
  const words = spoken(cell);
  return noReason.test(words) ? '' : words;
}

/** The words without spaces; "" where nothing is said. */
export function spoken(cell: Cell | null): string {
  const words = withoutSpaces(cell?.text ?? '');
  return /^[—–－\-/／\\.。、无]*$/u.test(words) ? '' : words;
}
