/** One finding: its figures, its rule, its sum, what to do, and what can be done with it from here. */
import { Button, Input, mergeClasses } from '@fluentui/react-components';
import { memo, type ReactNode, type RefCallback, useMemo, useState } from 'react';
import type { Finding } from '../../core/checks/finding';
import type { Edit } from '../../core/report/edit';
import { sameCell, toA1 } from '../../core/sheet/cellRef';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import type { Pane } from '../context';
import type { Roving } from '../useRoving';
import { type ShownFact, Facts } from './Facts';
import { RuleText } from './RuleText';
import { SeverityMark } from './SeverityMark';
import type { ShownFinding } from './shownFindings';
import { isChoice } from './isChoice';
import { useCardStyles } from './useCardStyles';
import { premisesText, WaySums } from './Ways';

/** What mends the finding's first cell, where the plan has it: one settled value, or the values of the readings. */
function fixesOf({ cells: [first] }: Finding, { plan }: ReviewedForm): readonly Edit[] {
  return plan.edits.filter(
    ({ cell, kind }) => first !== undefined && sameCell(cell, first) && kind !== 'note' && kind !== 'total',
  );
}

function fixText(edit: Edit, words: Pane['words']): string {
  const facts = { cell: toA1(edit.cell), value: edit.after };
  if (!isChoice(edit)) return words.say('fixCell', facts);
  return words.say('fixCellBy', { ...facts, reading: premisesText(edit, words) });
}

interface DoingProps extends Pick<Pane, 'actions' | 'dispatch' | 'words'> {
  readonly finding: Finding;
  readonly form: ReviewedForm;
  readonly formIndex: number;
  readonly sheet: ReviewedSheet;
  readonly isBusy: boolean;
}

/** What can be done with the finding that has the keyboard. */
function Doing({ actions, dispatch, finding, form, formIndex, isBusy, sheet, words }: DoingProps): ReactNode {
  const card = useCardStyles();
  const [reason, setReason] = useState<string | null>(null);
  const fixes = fixesOf(finding, form);
  const isReady = reason !== null && reason.trim() !== '' && !isBusy;
  const accept = (): void => {
    if (isReady) actions.accept(sheet, formIndex, finding, reason);
  };
  return (
    <>
      <div className={card.row}>
        {fixes.map((fix) => (
          <Button
            key={fix.id}
            size="small"
            disabledFocusable={isBusy}
            onClick={() => actions.apply(form, [fix.id], false)}
          >
            {fixText(fix, words)}
          </Button>
        ))}
        <Button size="small" aria-expanded={reason !== null} onClick={() => setReason(reason === null ? '' : null)}>
          {words.say('acceptFinding')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'check', check: finding.check } })}
        >
          {words.say('aboutCheck')}
        </Button>
      </div>
      {reason !== null && (
        <div className={card.row}>
          <Input
            size="small"
            autoFocus
            className={card.grow}
            aria-label={words.say('acceptReason')}
            placeholder={words.say('acceptReason')}
            maxLength={200}
            value={reason}
            onChange={(_, { value }) => setReason(value)}
            onKeyDown={({ key }) => {
              if (key === 'Enter') accept();
              if (key === 'Escape') setReason(null);
            }}
          />
          <Button size="small" appearance="primary" disabledFocusable={!isReady} onClick={accept}>
            {words.say('acceptNow')}
          </Button>
        </div>
      )}
    </>
  );
}

export interface FindingCardProps extends Pick<Roving, 'keep' | 'focus'>, Omit<DoingProps, 'finding'> {
  readonly shown: ShownFinding;
  readonly isCurrent: boolean;
  readonly isFresh: boolean;
  /** Shows the severity, where the heading above does not say it. */
  readonly hasMark: boolean;
  /** In a list that is not drawn whole: hears of the card's element, to learn its height; else null. */
  readonly measure: RefCallback<HTMLElement> | null;
  /** Its place in the group, from 1, and how many the group has. */
  readonly place: number;
  readonly of: number;
}

/** Takes what it needs as props that stay the same, so that a move repaints two cards and not two thousand. */
export const FindingCard = memo(function FindingCard(props: FindingCardProps): ReactNode {
  const { actions, dispatch, focus, hasMark, isCurrent, isFresh, keep, measure, sheet, shown, words } = props;
  const card = useCardStyles();
  const { finding, index, text } = shown;
  const [first, ...others] = finding.cells;
  const { rule } = finding;
  const facts: ShownFact[] = [{ name: words.say('remedy'), value: text.remedy, isWide: true }];
  if (rule) facts.push({ name: words.say('rule'), value: <RuleText rule={rule} />, isWide: true });
  if (rule && rule.notUnderstood.length > 0)
    facts.push({ name: words.say('notUnderstood'), value: rule.notUnderstood.join('\n'), isWide: true });
  if (finding.readings.length > 1)
    facts.push({ name: words.say('ways'), value: <WaySums readings={finding.readings} />, isWide: true });
  else if (text.sum !== null) facts.push({ name: words.say('sum'), value: text.sum, isWide: true });
  // Why it matters is said where the reader stands; said on every card it would only lengthen the list.
  if (isCurrent) facts.push({ name: words.say('why'), value: text.why, isWide: true });

  const button = useMemo(() => keep(index), [keep, index]);
  const go = (): void => {
    dispatch({ type: 'finding-reached', index });
    // Excel takes the keyboard when it selects a cell; the list takes it back.
    if (first) actions.reveal(sheet.sheetId, first, () => focus(index));
  };
  return (
    <li
      ref={measure}
      className={mergeClasses(card.card, measure !== null && card.measured, isCurrent && card.current)}
      aria-posinset={measure ? props.place : undefined}
      aria-setsize={measure ? props.of : undefined}
    >
      <button
        ref={button}
        type="button"
        className={card.title}
        tabIndex={isCurrent ? 0 : -1}
        aria-current={isCurrent}
        onClick={go}
        onFocus={() => {
          if (!isCurrent) dispatch({ type: 'finding-reached', index });
        }}
      >
        {first && <span className={card.cell}>{toA1(first)}</span>}
        {isFresh && <strong className={card.badge}>{words.say('fresh')}</strong>}
        {text.message}
      </button>
      {hasMark && (
        <p className={mergeClasses(card.aside, card.row)}>
          <SeverityMark severity={finding.severity} />
          {words.say(`severity-${finding.severity}`)}
        </p>
      )}
      {others.length > 0 && (
        <p className={card.aside}>{words.say('moreCells', { cells: finding.cells.map(toA1).join(' ') })}</p>
      )}
      <Facts facts={facts} />
      {isCurrent && <Doing {...props} finding={finding} />}
    </li>
  );
});
