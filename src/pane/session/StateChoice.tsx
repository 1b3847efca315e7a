/** Where the form stands: not seen, seen, returned to its unit, passed. */
import { Select } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { formStates } from '../../core/decisions/decision';
import { stateOf } from '../../core/report/formState';
import { isTold } from '../../core/report/roundFates';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld } from '../state';

export interface StateChoiceProps {
  readonly report: ReviewedForm;
  readonly sheet: ReviewedSheet;
}

export function StateChoice({ report, sheet }: StateChoiceProps): ReactNode {
  const card = useCardStyles();
  const id = useId();
  const { actions, state, words } = usePane();
  const own = stateOf(report)?.state ?? 'unseen';
  const form = sheet.forms.indexOf(report);
  return (
    <div className={card.row}>
      <label className={card.text} htmlFor={id}>
        {words.say('stateLabel')}
      </label>
      <Select
        id={id}
        size="small"
        value={own}
        disabled={isHeld(state)}
        onChange={(_, { value }) => {
          const wanted = formStates.find((one) => one === value) ?? null;
          // What the unit is told of by default; the letter says it more exactly.
          const told = report.findings.filter((finding) => isTold(finding, report.round));
          actions.setState(sheet, form, wanted, told);
        }}
      >
        {(['unseen', ...formStates] as const).map((one) => (
          <option key={one} value={one}>
            {words.say(`state-${one}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}
