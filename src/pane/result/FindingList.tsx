/** The findings under their headings, worked by the keyboard as one list. */
import { type ReactNode, useCallback } from 'react';
import { flushSync } from 'react-dom';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { isHeld } from '../state';
import { useRoving } from '../useRoving';
import { BundleLine } from './BundleLine';
import { FindingLine } from './FindingLine';
import { idOf, type FindingsRow, type RowGroup } from './findingLines';
import { RuleAbove } from './RuleAbove';
import { SeverityMark } from './SeverityMark';
import { WindowedSections } from './WindowedSections';

/** About how high a closed line is, in pixels. */
const lineHeight = 46;

export interface FindingListProps {
  readonly groups: readonly RowGroup[];
  /** Keys of the lines that are open. */
  readonly open: ReadonlySet<string>;
  readonly report: ReviewedForm;
  readonly sheet: ReviewedSheet;
}

/** The cell of a line: of the first finding, where it stands for several. */
function cellOf(line: FindingsRow | undefined): ReviewedForm['findings'][number]['cells'][number] | undefined {
  const shown = line?.kind === 'bundle' ? line.findings[0] : line?.shown;
  return shown?.finding.cells[0];
}

export function FindingList({ groups, open, report, sheet }: FindingListProps): ReactNode {
  const { actions, dispatch, state, words } = usePane();
  const { formIndex, settings } = state;
  const lines = groups.flatMap(({ rows }) => rows);
  const current = Math.min(state.findingIndex, Math.max(lines.length - 1, 0));
  const comparison = state.comparisons[formIndex];
  // The next one must be drawn before it can take the keyboard.
  const roving = useRoving(lines.length, current, 'vertical', (index) => {
    flushSync(() => dispatch({ type: 'finding-reached', index }));
    const cell = settings.followsKeys ? cellOf(lines[index]) : undefined;
    if (cell) actions.reveal(sheet.sheetId, cell, () => roving.focus(index));
  });
  const { focus, keep } = roving;
  const reach = useCallback((index: number) => dispatch({ type: 'finding-reached', index }), [dispatch]);
  const toggle = useCallback((key: string) => dispatch({ type: 'line-toggled', key }), [dispatch]);
  return (
    <WindowedSections<FindingsRow, RowGroup>
      sections={groups}
      current={current}
      rowHeight={lineHeight}
      idOf={idOf}
      onKeyDown={roving.onKeyDown}
      place="findings"
      renderAbove={({ rule }) => rule && <RuleAbove rule={rule} />}
      renderHead={({ findings, name, severity }) => (
        <>
          {severity && <SeverityMark severity={severity} />}
          {words.say('severityCount', { severity: name, n: findings.length })}
        </>
      )}
      renderRow={(line, { measure, of, place }, group) =>
        line.kind === 'bundle' ? (
          <BundleLine
            key={line.key}
            line={line}
            isCurrent={line.index === current}
            isOpen={open.has(line.key)}
            keep={keep}
            measure={measure}
            place={place}
            of={of}
            reach={reach}
            toggle={toggle}
          />
        ) : (
          <FindingLine
            key={line.shown.index}
            line={line}
            isCurrent={line.index === current}
            isOpen={open.has(line.key)}
            isFresh={comparison?.fresh.has(line.shown.finding) ?? false}
            saysSeverity={group.severity === null}
            measure={measure}
            place={place}
            of={of}
            keep={keep}
            focus={focus}
            actions={actions}
            dispatch={dispatch}
            words={words}
            form={report}
            formIndex={formIndex}
            sheet={sheet}
            isBusy={isHeld(state)}
          />
        )
      }
    />
  );
}
