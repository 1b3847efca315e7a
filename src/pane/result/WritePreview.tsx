/** The list of what could be written, each with a box to tick, and one box for all of it. */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, type RefCallback, useMemo, useState } from 'react';
import type { Edit } from '../../core/report/edit';
import type { FormReport } from '../../core/report/report';
import { sameCell } from '../../core/sheet/cellRef';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { tickedIds } from '../state';
import { chosenEdits } from './chosenEdits';
import { CellLink } from './CellLink';
import { cellText } from './cellText';
import { ChoiceCard } from './ChoiceCard';
import { editName } from './editName';
import { Facts } from './Facts';
import { isChoice } from './isChoice';
import { PlanNews } from './PlanNews';
import { useCardStyles } from './useCardStyles';
import { WindowedSections } from './WindowedSections';

/** About how high a card is, in pixels. */
const cardHeight = 130;

const useStyles = makeStyles({
  checkbox: {
    alignItems: 'flex-start',
    overflowWrap: 'anywhere',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

/** The edits of one card: one, or those among which the user chooses. */
type Entry = readonly [Edit, ...Edit[]];

/** The new content; of a note that goes on below what stands there, only what comes is set off. */
function Changed({ edit: { before, kind }, after }: { readonly edit: Edit; readonly after: string }): ReactNode {
  const kept = kind === 'note' && typeof before.value === 'string' ? before.value : '';
  if (kept === '' || !after.startsWith(kept)) return <strong>{after}</strong>;
  return (
    <>
      {kept}
      <strong>{after.slice(kept.length)}</strong>
    </>
  );
}

interface EditCardProps {
  readonly edit: Edit;
  /** The edit as it would be written with the present ticks; null when it would not. */
  readonly chosen: Edit | null;
  readonly isTicked: boolean;
  readonly report: FormReport;
  readonly measure: RefCallback<HTMLElement> | null;
}

function newValue({ chosen, edit, isTicked }: EditCardProps, words: Words): ReactNode {
  if (edit.kind === 'total' && isTicked && !chosen) return words.say('totalUnneeded');
  const { after } = chosen ?? edit;
  return <Changed edit={edit} after={cellText(after, edit.before.numberFormat, words)} />;
}

function EditCard(props: EditCardProps): ReactNode {
  const { edit, isTicked, measure, report } = props;
  const card = useCardStyles();
  const styles = useStyles();
  const { dispatch, state, words } = usePane();
  const { before, cell } = edit;
  const isWide = edit.kind === 'note';
  const reason = edit.kind === 'total' ? words.say('totalFollows') : words.editReason(edit);
  return (
    <li ref={measure} className={card.line}>
      <Checkbox
        className={styles.checkbox}
        label={editName(edit, report, words)}
        checked={isTicked}
        disabled={state.running !== null}
        onChange={(_, { checked }) => dispatch({ type: 'edits-ticked', ids: [edit.id], ticked: checked === true })}
      />
      <Facts
        facts={[
          { name: words.say('before'), value: cellText(before.value, before.numberFormat, words), isWide },
          { name: words.say('after'), value: newValue(props, words), isWide },
          { name: words.say('because'), value: reason, isWide: true },
        ]}
      />
      <CellLink sheetId={report.form.sheetId} cell={cell} />
    </li>
  );
}

/** The edits in their order, those of one choice together. */
function entriesOf(edits: readonly Edit[]): readonly Entry[] {
  const entries: [Edit, ...Edit[]][] = [];
  for (const edit of edits) {
    const last = entries.at(-1);
    if (isChoice(edit) && last && isChoice(last[0]) && sameCell(last[0].cell, edit.cell)) last.push(edit);
    else entries.push([edit]);
  }
  return entries;
}

const idOf = ([edit]: Entry): object => edit;

/** The box that ticks all of it; what has to be chosen cannot be ticked in one go with the rest. */
function TickAll({
  edits,
  ticked,
}: {
  readonly edits: readonly Edit[];
  readonly ticked: ReadonlySet<string>;
}): ReactNode {
  const styles = useStyles();
  const { dispatch, state, words } = usePane();
  const ids = edits.flatMap((edit) => (isChoice(edit) ? [] : [edit.id]));
  if (ids.length === 0) return null;
  const areAllTicked = ids.every((id) => ticked.has(id));
  const isMixed = !areAllTicked && ids.some((id) => ticked.has(id));
  return (
    <Checkbox
      className={styles.checkbox}
      label={words.say('selectAll')}
      checked={isMixed ? 'mixed' : areAllTicked}
      disabled={state.running !== null}
      onChange={() => dispatch({ type: 'edits-ticked', ids, ticked: !areAllTicked })}
    />
  );
}

export function WritePreview({ report }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const { state, words } = usePane();
  const { edits } = report.plan;
  const sections = useMemo(() => [{ key: 'all', head: null, rows: entriesOf(edits) }], [edits]);
  // What has the keyboard is drawn wherever the user scrolls to.
  const [current, setCurrent] = useState(0);
  if (edits.length === 0) return <p className={card.text}>{words.say('nothingToWrite')}</p>;
  const ticked = new Set(tickedIds(state, report));
  const chosen = new Map(chosenEdits(state, report).map((edit) => [edit.id, edit]));
  return (
    <>
      <p className={card.aside}>{words.say('writeHint')}</p>
      <PlanNews report={report} />
      <TickAll edits={edits} ticked={ticked} />
      <WindowedSections<Entry, (typeof sections)[number]>
        sections={sections}
        current={current}
        rowHeight={cardHeight}
        idOf={idOf}
        place="edits"
        onReach={setCurrent}
        renderRow={(entry, { measure }) => {
          const [edit] = entry;
          if (isChoice(edit))
            return <ChoiceCard key={edit.id} edits={entry} ticked={ticked} report={report} measure={measure} />;
          return (
            <EditCard
              key={edit.id}
              edit={edit}
              chosen={chosen.get(edit.id) ?? null}
              isTicked={ticked.has(edit.id)}
              report={report}
              measure={measure}
            />
          );
        }}
      />
    </>
  );
}
