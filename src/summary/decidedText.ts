/** What was decided about a form in the words of a table; apart from the facts, because a summary needs no core for it. */
import type { FormStanding } from '../core/report/formStanding';
import type { FormDecided } from './decidedFacts';

/** 复核状态 in words: 待评定3项, 已复核, 已退回, 已通过. */
export function standingText({ isReviewed, openCount, state }: FormStanding): string {
  const left = openCount > 0 ? `（${openCount}项未评定）` : '';
  if (state === 'returned') return `已退回${left}`;
  if (state === 'passed') return `已通过${left}`;
  return isReviewed ? '已复核' : `待评定${openCount}项`;
}

/** Opinions in one cell: on the form first, then each with its indicator. */
export function opinionsText(opinions: FormDecided['opinions']): string {
  return opinions.map(({ of, opinion }) => (of === null ? opinion : `“${of}”：${opinion}`)).join('\n');
}
