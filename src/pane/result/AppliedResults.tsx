/** What became of every cell of the last apply, the ones to look at first, and of its record. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { Edit } from '../../core/report/edit';
import { toA1 } from '../../core/sheet/cellRef';
import type { ApplyRecord, RecordedApply } from '../../review/applyAndRecord';
import type { EditResult, MarksLeft } from '../../port/workbook';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { isHeld } from '../state';
import { cellText } from './cellText';
import { unreachedEdits } from './unreached';
import { useCardStyles } from './useCardStyles';

/** Whether all is well with an outcome, in the order in which they are shown. */
const isFine: Readonly<Record<EditResult['outcome'], boolean>> = {
  different: false,
  changed: false,
  refused: false,
  written: true,
};
const outcomes = Object.keys(isFine) as readonly EditResult['outcome'][];

/** One cell with what stands in it, and with what was wanted where that is something else. */
function resultText({ asText, cell, now, outcome }: EditResult, edit: Edit | undefined, words: Words): string {
  const facts = { cell: toA1(cell), now: cellText(now.value, now.numberFormat, words) };
  const text =
    outcome === 'different' && edit
      ? words.say('resultWanted', { ...facts, wanted: cellText(edit.after, now.numberFormat, words) })
      : words.say('resultCell', facts);
  return asText ? `${text}${words.say('writtenAsText')}` : text;
}

function beforeText({ before, cell }: Edit, words: Words): string {
  return words.say('resultBefore', {
    cell: toA1(cell),
    before: cellText(before.value, before.numberFormat, words),
  });
}

interface GroupProps {
  readonly isGood: boolean;
  readonly lines: readonly string[];
  readonly items: readonly string[];
}

function Group({ isGood, items, lines }: GroupProps): ReactNode {
  const card = useCardStyles();
  return (
    <Notice intent={isGood ? 'success' : 'warning'} lines={lines}>
      <ul className={card.list}>
        {items.map((item) => (
          <li key={item} className={card.text}>
            {item}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What is to be said of the record of an apply; nothing where it is as it should be. */
function recordLines(record: ApplyRecord, words: Words): readonly string[] {
  switch (record.kind) {
    case 'nothing-written':
      return [words.say('nothingWritten')];
    case 'not-kept':
      return [words.say('recordNotKept'), words.say('recordNotKeptNext')];
    case 'kept':
      return [
        ...(record.replacedDefective ? [words.say('recordReplaced')] : []),
        ...(record.dropped > 0 ? [words.say('recordDropped', { n: record.dropped })] : []),
      ];
  }
}

interface RecordProps {
  readonly record: ApplyRecord;
  /** The edits that changed a cell. */
  readonly written: readonly Edit[];
}

function RecordOf({ record, written }: RecordProps): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const lines = recordLines(record, words);
  if (lines.length === 0) return null;
  if (record.kind === 'nothing-written') return <p className={card.aside}>{lines}</p>;
  return (
    <Group
      isGood={false}
      lines={lines}
      items={record.kind === 'not-kept' ? written.map((edit) => beforeText(edit, words)) : []}
    />
  );
}

/** What was left of marks although the cells were written. */
function linesOfLeft({ rules, unplaced }: MarksLeft, words: Words): readonly string[] {
  return [
    ...(unplaced > 0 ? [words.say('marksUnplaced', { n: unplaced })] : []),
    ...(rules > 0 ? [words.say('rulesLeft', { n: rules })] : []),
    words.say('rulesLeftNext'),
  ];
}

export function AppliedResults({ applied }: { readonly applied: RecordedApply }): ReactNode {
  const card = useCardStyles();
  const titleId = useId();
  const { actions, state, words } = usePane();
  const { brokenBy, marked, marksLeft, record, results } = applied;
  const edits = new Map(state.appliedEdits.map((edit) => [edit.id, edit]));
  const unreached = unreachedEdits(state.appliedEdits, applied);
  const isReached = ({ id }: EditResult): boolean => !unreached.some((edit) => edit.id === id);
  const ofOutcome = (outcome: EditResult['outcome']): readonly EditResult[] =>
    results.filter((result) => result.outcome === outcome && isReached(result));
  const hasRest = unreached.length > 0 || results.some(({ outcome }) => !isFine[outcome]);
  const changed = [...ofOutcome('written'), ...ofOutcome('different')].flatMap(({ id }) => edits.get(id) ?? []);
  return (
    <section className={card.section} aria-labelledby={titleId} data-place="written">
      <h2 id={titleId} className={card.heading} tabIndex={-1} data-place="writing">
        {words.say('appliedTitle')}
      </h2>
      {brokenBy && (
        <Notice
          intent="error"
          lines={[
            words.say('brokenOff', { written: ofOutcome('written').length, left: unreached.length }),
            words.faultText(brokenBy).sentence,
            words.faultText(brokenBy).nextStep,
            ...(record.kind === 'kept' ? [words.say('brokenOffRevert')] : []),
          ]}
        />
      )}
      {unreached.length > 0 && (
        <Group
          isGood={false}
          lines={[words.say('outcome-unreached', { n: unreached.length }), words.say('outcomeWhy-unreached')]}
          items={unreached.map((edit) => beforeText(edit, words))}
        />
      )}
      {outcomes.map((outcome) => {
        const cells = ofOutcome(outcome);
        if (cells.length === 0) return null;
        const lines = [words.say(`outcome-${outcome}`, { n: cells.length })];
        if (outcome !== 'written') lines.push(words.say(`outcomeWhy-${outcome}`));
        const items = cells.map((result) => resultText(result, edits.get(result.id), words));
        return <Group key={outcome} isGood={isFine[outcome]} lines={lines} items={items} />;
      })}
      {marked !== null && <p className={card.text}>{words.say('markedCells', { n: marked })}</p>}
      {marksLeft && <Notice intent="warning" lines={linesOfLeft(marksLeft, words)} />}
      <RecordOf record={record} written={changed} />
      <div className={card.row}>
        {record.kind === 'kept' && (
          <Button size="small" disabledFocusable={isHeld(state)} onClick={() => actions.revert(record.entryId)}>
            {words.say('revertThis')}
          </Button>
        )}
        {hasRest && state.isBeforeWriting && (
          <Button
            size="small"
            disabledFocusable={state.running !== null}
            onClick={() => actions.review(state.report?.sheetId ?? null)}
          >
            {words.say('listRest')}
          </Button>
        )}
      </div>
    </section>
  );
}
