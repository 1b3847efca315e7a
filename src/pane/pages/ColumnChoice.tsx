/** One role of the indicator table with the heading that is its column: as recognised, or as the user says. */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Column } from '../../core/form/form';
import type { ColumnRole } from '../../core/form/roles';
import { type CellRef, fromA1, sameCell, toA1 } from '../../core/sheet/cellRef';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { useRaise } from '../useRaise';
import { automaticText, type ChoiceNews, type HeadingOption } from './columnChoices';

const useStyles = makeStyles({
  root: { minWidth: 0 },
  address: { width: '84px' },
  other: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, paddingTop: tokens.spacingVerticalXS },
});

/** The choice that opens the way to any cell of the sheet. */
const other = 'other';

/** A cell's address, or null where the text is none. */
function addressOf(text: string): CellRef | null {
  try {
    return fromA1(text.trim().toUpperCase().replaceAll('$', ''));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface AnyCellProps {
  readonly name: string;
  readonly sheet: ReviewedSheet;
  readonly onPick: (cell: CellRef) => void;
}

/** A header cell that is not among the headings found: the selected one, or one by its address. */
function AnyCell({ name, onPick, sheet }: AnyCellProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { services, words } = usePane();
  const raise = useRaise();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const takeSelected = (): void => {
    services.selection().then((outcome) => {
      if (!outcome.ok) setProblem(words.faultText(outcome.fault).nextStep);
      else if (outcome.value.sheetId !== sheet.sheetId)
        setProblem(words.say('selectOnSheet', { sheet: sheet.sheetName }));
      else onPick(outcome.value.cell);
    }, raise);
  };
  const takeTyped = (): void => {
    if (typed.trim() === '') return;
    const cell = addressOf(typed);
    if (cell) onPick(cell);
    else setProblem(words.say('notAnAddress'));
  };
  return (
    <>
      <div className={styles.other}>
        <Button size="small" aria-label={words.say('takeSelectedFor', { role: name })} onClick={takeSelected}>
          {words.say('takeSelected')}
        </Button>
        <Input
          size="small"
          className={styles.address}
          input={{ size: 6 }}
          aria-label={words.say('addressOf', { role: name })}
          placeholder={words.say('addressExample')}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
          onBlur={takeTyped}
          onKeyDown={({ key }) => {
            if (key === 'Enter') takeTyped();
          }}
        />
      </div>
      <p role="status" className={card.aside}>
        {problem}
      </p>
    </>
  );
}

export interface ColumnChoiceProps {
  readonly role: ColumnRole;
  readonly column: Column | null;
  readonly options: readonly HeadingOption[];
  readonly pick: CellRef | null;
  readonly news: ChoiceNews | null;
  readonly onPick: (cell: CellRef | null) => void;
  readonly sheet: ReviewedSheet;
}

export function ColumnChoice({ column, news, onPick, options, pick, role, sheet }: ColumnChoiceProps): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  const [isOther, setOther] = useState(false);
  const name = words.say(`role-${role}`);
  const isListed = pick !== null && options.some(({ cell }) => sameCell(cell, pick));
  const choose = (value: string): void => {
    setOther(value === other);
    if (value !== other) onPick(value === '' ? null : fromA1(value));
  };
  return (
    <div className={styles.root}>
      <Field size="small" label={name} {...(news ? { validationState: news.state, validationMessage: news.text } : {})}>
        <Select
          size="small"
          value={isOther ? other : pick ? toA1(pick) : ''}
          onChange={(_, { value }) => choose(value)}
        >
          <option value="">{automaticText(column, words)}</option>
          {options.map(({ cell, label }) => (
            <option key={toA1(cell)} value={toA1(cell)}>
              {label}
            </option>
          ))}
          {pick && !isListed && <option value={toA1(pick)}>{words.say('columnPicked', { cell: toA1(pick) })}</option>}
          <option value={other}>{words.say('anotherCell')}</option>
        </Select>
      </Field>
      {isOther && (
        <AnyCell
          name={name}
          sheet={sheet}
          onPick={(cell) => {
            setOther(false);
            onPick(cell);
          }}
        />
      )}
    </div>
  );
}
