/** A cell for which several readings give different values: the user says which holds, and until then nothing is written. */
import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { ReactNode, RefCallback } from 'react';
import type { Edit } from '../../core/report/edit';
import type { FormReport } from '../../core/report/report';
import { usePane } from '../context';
import { CellLink } from './CellLink';
import { cellText } from './cellText';
import { editName } from './editName';
import { useCardStyles } from './useCardStyles';
import { premisesText } from './Ways';

const useStyles = makeStyles({
  choice: { alignItems: 'flex-start', overflowWrap: 'anywhere' },
  group: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  sum: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The value of the button that leaves the cell alone. */
const none = '';

export interface ChoiceCardProps {
  /** The edits of one cell, the likeliest reading first. */
  readonly edits: readonly [Edit, ...Edit[]];
  readonly ticked: ReadonlySet<string>;
  readonly report: FormReport;
  readonly measure: RefCallback<HTMLElement> | null;
}

export function ChoiceCard({ edits, measure, report, ticked }: ChoiceCardProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { dispatch, state, words } = usePane();
  const [first] = edits;
  const { before, cell } = first;
  const ids = edits.map(({ id }) => id);
  const valueText = (value: Edit['after'] | typeof before.value): string => cellText(value, before.numberFormat, words);
  return (
    <li ref={measure} className={card.line}>
      <Field label={editName(first, report, words)} hint={words.say('choiceHint')}>
        <RadioGroup
          className={styles.group}
          value={ids.find((id) => ticked.has(id)) ?? none}
          disabled={state.running !== null}
          onChange={(_, { value }) => dispatch({ type: 'reading-chosen', ids, id: value === none ? null : value })}
        >
          <Radio
            className={styles.choice}
            value={none}
            label={words.say('keepAsIs', { value: valueText(before.value) })}
          />
          {edits.map((edit) => (
            <Radio
              key={edit.id}
              className={styles.choice}
              value={edit.id}
              label={
                <>
                  {words.say('choiceOf', {
                    reading: premisesText(edit, words),
                    value: valueText(edit.after),
                  })}
                  <span className={styles.sum}>{words.editReason(edit)}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <CellLink sheetId={report.form.sheetId} cell={cell} />
    </li>
  );
}
