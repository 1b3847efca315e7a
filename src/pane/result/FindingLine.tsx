/** One finding in one line (cell, sentence, severity), which opens to its rule, its sum, what to do, and the deeds. */
import { mergeClasses } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import { areaFromA1, sameCell, toA1, type CellRef } from '../../core/sheet/cellRef';
import { rangesOf, rangesText } from '../../core/sheet/rangesText';
import type { Roving } from '../useRoving';
import { CellLink } from './CellLink';
import { type ShownFact, Facts } from './Facts';
import { FindingDeeds, type FindingDeedsProps } from './FindingDeeds';
import type { FindingRow as Row } from './findingLines';
import { type LineStanding, OpenableLine } from './OpenableLine';
import { RuleText } from './RuleText';
import { SeverityMark } from './SeverityMark';
import { useCardStyles } from './useCardStyles';
import { WaySums } from './Ways';

export interface FindingLineProps
  extends LineStanding, Pick<Roving, 'keep' | 'focus'>, Omit<FindingDeedsProps, 'finding'> {
  readonly line: Row;
  readonly isFresh: boolean;
  /** Says the severity in words too, where the heading above does not. */
  readonly saysSeverity: boolean;
}

/** Everything that is said of an open finding. */
function factsOf(
  { hasRuleAbove, shown: { finding, text } }: Row,
  words: FindingLineProps['words'],
): readonly ShownFact[] {
  const { beside, cells, readings, rule } = finding;
  const wide = (name: string, value: ReactNode): ShownFact => ({ name, value, isWide: true });
  const facts: ShownFact[] = [wide(words.say('remedy'), text.remedy)];
  if (rule && !hasRuleAbove) facts.push(wide(words.say('rule'), <RuleText rule={rule} />));
  if (rule && rule.notUnderstood.length > 0)
    facts.push(wide(words.say('notUnderstood'), rule.notUnderstood.join('\n')));
  if (readings.length > 1) facts.push(wide(words.say('ways'), <WaySums readings={readings} />));
  else if (text.sum !== null) facts.push(wide(words.say('sum'), text.sum));
  if (cells.length > 1) facts.push(wide(words.say('moreCells'), rangesText(cells)));
  // A cell of another file has its place in the sentence; there is nothing here to go to.
  if (beside?.file === null) facts.push(wide(words.say('otherPlace'), <CellLink {...beside} />));
  facts.push(wide(words.say('why'), text.why));
  return facts;
}

/** Where a finding stands: its first cell, and with it the rows below that it speaks of too ("D9:D27"). */
function addressOf(first: CellRef, cells: readonly CellRef[]): string {
  const [range = ''] = rangesOf(cells);
  const { left, right, top } = areaFromA1(range);
  return left === right && sameCell({ row: top, column: left }, first) ? range : toA1(first);
}

/** Takes what it needs as props that stay the same, so that a move repaints two lines and not two thousand. */
export const FindingLine = memo(function FindingLine(props: FindingLineProps): ReactNode {
  const { actions, dispatch, focus, isFresh, isOpen, line, saysSeverity, sheet, words } = props;
  const card = useCardStyles();
  const { index, isInBundle, key, shown } = line;
  const { finding, text } = shown;
  const [first] = finding.cells;
  const press = (): void => {
    dispatch({ type: 'finding-reached', index });
    dispatch({ type: 'line-toggled', key });
    // Excel takes the keyboard when it selects a cell; the list takes it back.
    if (first && !isOpen) actions.reveal(sheet.sheetId, first, () => focus(index));
  };
  return (
    <OpenableLine
      {...props}
      index={index}
      name={`finding ${key}`}
      className={isInBundle && card.inBundle}
      press={press}
      reach={() => dispatch({ type: 'finding-reached', index })}
      head={
        <>
          <SeverityMark severity={finding.severity} />
          <span className={mergeClasses(card.lineText, !isOpen && card.clamped)}>
            {first && (
              <>
                <span className={card.address}>{addressOf(first, finding.cells)}</span>
                {words.say('addressEnd')}
              </>
            )}
            {isFresh && <strong className={card.badge}>{words.say('fresh')}</strong>}
            {text.message}
            {saysSeverity && <span className={card.heardOnly}>{words.say(`severity-${finding.severity}`)}</span>}
          </span>
        </>
      }
    >
      {isOpen && <Facts facts={factsOf(line, words)} />}
      <FindingDeeds {...props} finding={finding} />
    </OpenableLine>
  );
});
