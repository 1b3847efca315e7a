/** Puts a sentence together from clauses with slots: so many points off for every so many units. */
import { Button, Input, Select } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { clauseChoices, type ClauseChoice } from '../../core/rubric/clauseChoices';

export interface ClausePickerProps {
  /** Hears of a clause that is to be added. */
  readonly onAdd: (clause: string) => void;
}

export function ClausePicker({ onAdd }: ClausePickerProps): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  const [name, setName] = useState<ClauseChoice['name']>('clause-full');
  const [values, setValues] = useState<readonly string[]>([]);
  const choice = clauseChoices.find((each) => each.name === name);
  if (!choice) throw new Error(`there is no clause ${name}`);
  const { slots } = choice;
  const filled = slots.map((_, place) => values[place]?.trim() ?? '');
  const isReady = filled.every((value) => value !== '');
  const clause = choice.write(filled.map((value) => (value === '' ? '…' : value)));
  return (
    <div className={card.section}>
      <Select
        size="small"
        aria-label={words.say('ruleSentence')}
        value={name}
        onChange={(_, { value }) => {
          const picked = clauseChoices.find((each) => each.name === value);
          if (picked) setName(picked.name);
          setValues([]);
        }}
      >
        {clauseChoices.map((each) => (
          <option key={each.name} value={each.name}>
            {words.say(each.name)}
          </option>
        ))}
      </Select>
      <div className={card.row}>
        {slots.map((slot, place) => (
          <Input
            key={`${name}-${slot}`}
            size="small"
            aria-label={words.say(slot)}
            placeholder={words.say(slot)}
            maxLength={12}
            value={values[place] ?? ''}
            onChange={(_, { value }) => setValues(slots.map((__, at) => (at === place ? value : (values[at] ?? ''))))}
          />
        ))}
        <Button size="small" disabledFocusable={!isReady} onClick={() => (isReady ? onAdd(clause) : undefined)}>
          {words.say('ruleAdd', { clause })}
        </Button>
      </div>
    </div>
  );
}
