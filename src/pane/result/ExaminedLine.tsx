/** At the end of the findings: what was looked at, and what was not, so that silence is never taken for a clean bill. */
import type { ReactNode } from 'react';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { useCardStyles } from './useCardStyles';

/** One sentence for everything that was, or was not, looked at. */
function examinedLines(
  { clippedFrom, mergesUnread }: ReviewedSheet,
  report: ReviewedForm,
  words: Words,
): readonly string[] {
  const { examined, form, scores } = report;
  const open = form.misalignment ? 0 : scores.totals.openCount;
  return [
    words.say('examined', { indicators: examined.indicators, checks: examined.checks }),
    ...(open > 0 ? [words.say('leftToPerson', { n: open })] : []),
    ...(examined.hiddenRows > 0 ? [words.say('hiddenRows', { n: examined.hiddenRows })] : []),
    ...(report.accepted.length > 0 ? [words.say('acceptedCount', { n: report.accepted.length })] : []),
    ...(form.misalignment ? [words.say('misaligned', { n: form.misalignment.lines.length })] : []),
    ...(clippedFrom ? [words.say('clipped', clippedFrom)] : []),
    ...(mergesUnread ? [words.say('mergesUnread')] : []),
  ];
}

export interface ExaminedLineProps {
  readonly sheet: ReviewedSheet;
  readonly report: ReviewedForm;
}

export function ExaminedLine({ report, sheet }: ExaminedLineProps): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  return (
    <p className={card.aside}>
      {examinedLines(sheet, report, words).map((line) => (
        <span key={line}>{line} </span>
      ))}
    </p>
  );
}
