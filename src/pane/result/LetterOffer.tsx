/** The letter that returns forms to their unit: what goes into it, what fills its slots, and how it leaves the pane. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { SheetReport } from '../../core/report/report';
import { type LetterFields, letterSlots, slotNames } from '../../papers/letterWords';
import type { ReviewedForm } from '../../review/memory/reviewed';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { download } from '../download';
import { Notice } from '../Notice';
import type { LetterRequest } from '../services';
import { isHeld } from '../state';
import { TextToCopy } from '../TextToCopy';
import { useLoaded } from '../useLoaded';
import { useRaise } from '../useRaise';
import { keepFields, keptFields } from './letterFields';
import { contentsOf, LetterPoints, type Ticks } from './LetterPoints';
import { keepTemplate, keptTemplate } from './letterTemplate';
import { PaperOutcome } from './PaperOffer';
import { TemplatePicker } from './TemplatePicker';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(110px, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  field: { minWidth: 0 },
});

interface LetterOfferProps {
  /** One form, or those of the workbook. */
  readonly forms: readonly ReviewedForm[];
  /** The sheets on which they stand. */
  readonly sheets: readonly SheetReport[];
  /** Whether it would be made of a result that no longer holds. */
  readonly isStale: boolean;
}

/** A slot in the reader's language; one of the user's own template has the name that he gave it. */
function slotText(slot: string, words: Words): string {
  const known = letterSlots.find((each) => each === slot);
  return known ? words.say(`letterSlot-${slotNames[known]}`) : slot;
}

interface SlotsProps {
  readonly slots: readonly string[];
  readonly known: LetterFields;
  readonly fields: LetterFields;
  readonly onFill: (fields: LetterFields) => void;
}

function Slots({ fields, known, onFill, slots }: SlotsProps): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <div className={styles.fields}>
      {slots.map((slot) => (
        <Field key={slot} label={slotText(slot, words)} size="small" className={styles.field}>
          <Input
            size="small"
            className={styles.field}
            value={fields[slot] ?? ''}
            placeholder={known[slot] ?? ''}
            onChange={(_, { value }) => onFill({ ...fields, [slot]: value })}
          />
        </Field>
      ))}
    </div>
  );
}

interface MarkReturnedProps extends Pick<LetterOfferProps, 'sheets'> {
  readonly request: LetterRequest;
  readonly isLocked: boolean;
  /** Whether there are several forms to choose from, however many of them go in. */
  readonly isOfSeveral: boolean;
}

/** Marks what the letter is about as returned, with what it tells the unit; nothing where no form goes in. */
function MarkReturned({ isLocked, isOfSeveral, request, sheets }: MarkReturnedProps): ReactNode {
  const { actions, words } = usePane();
  const returned = request.forms.flatMap(({ findings: told, form }) => {
    const sheet = sheets.find(({ forms }) => forms.includes(form));
    return sheet ? [{ sheet, form: sheet.forms.indexOf(form), told }] : [];
  });
  const [first] = returned;
  if (!first) return null;
  return (
    <Button appearance="subtle" disabledFocusable={isLocked} onClick={() => actions.returnForms(returned)}>
      {isOfSeveral
        ? words.say('letterReturnedForms', { n: returned.length })
        : words.say('letterReturned', { n: first.told.length })}
    </Button>
  );
}

export function LetterOffer({ forms, isStale, sheets }: LetterOfferProps): ReactNode {
  const card = useCardStyles();
  const raise = useRaise();
  const { actions, services, state, words } = usePane();
  const { preferences } = services;
  const [fields, setFields] = useState<LetterFields>(() => keptFields(preferences));
  const [template, setTemplate] = useState(() => keptTemplate(preferences));
  const [ticks, setTicks] = useState<Ticks>({});
  /** What the user wanted although slots were empty; null: nothing was asked for. */
  const [asked, setAsked] = useState<'file' | 'sheet' | null>(null);
  const request = useMemo(
    (): LetterRequest => ({ forms: contentsOf(forms, ticks), fields, template }),
    [forms, fields, template, ticks],
  );
  const draft = useLoaded(useCallback(() => services.letter(request), [services, request]));
  const missing = draft?.unfilled ?? [];
  const unfilled = words.say('letterUnfilled', { slots: missing.map((slot) => slotText(slot, words)).join('、') });
  const isLocked = isStale || isHeld(state) || !draft;

  const make = (what: 'file' | 'sheet'): void => {
    setAsked(null);
    keepFields(preferences, fields);
    if (what === 'sheet') actions.writePaper({ kind: 'letter', ...request }, 'careful');
    else services.letterFile(request).then(download, raise);
  };
  const ask = (what: 'file' | 'sheet'): void => {
    if (missing.length > 0) setAsked(what);
    else make(what);
  };
  return (
    <section className={card.section} aria-labelledby="letter">
      <h3 id="letter" className={card.heading}>
        {words.say('letterName')}
      </h3>
      <p className={card.aside}>{words.say(forms.length === 1 ? 'letterWhat' : 'letterWhatMany')}</p>
      <LetterPoints forms={forms} ticks={ticks} onTick={setTicks} />
      <TemplatePicker
        template={template}
        onPick={(picked) => {
          setTemplate(picked);
          keepTemplate(preferences, picked);
        }}
      />
      <Slots slots={draft?.slots ?? letterSlots} known={draft?.known ?? {}} fields={fields} onFill={setFields} />
      <div className={card.row}>
        <Button disabledFocusable={isLocked} onClick={() => ask('file')}>
          {words.say('letterAsFile')}
        </Button>
        <Button disabledFocusable={isLocked} onClick={() => ask('sheet')}>
          {words.say('letterAsSheet')}
        </Button>
        {draft && <TextToCopy label={words.say('copyLetter')} text={() => draft.text} />}
        <MarkReturned request={request} sheets={sheets} isLocked={isLocked} isOfSeveral={forms.length > 1} />
      </div>
      {asked === null && missing.length > 0 && <p className={card.aside}>{unfilled}</p>}
      {asked !== null && missing.length > 0 && (
        <Notice intent="warning" lines={[unfilled]}>
          <Button size="small" onClick={() => make(asked)}>
            {words.say('letterAllTheSame')}
          </Button>
        </Notice>
      )}
      {state.paper?.kind === 'letter' && (
        <PaperOutcome
          result={state.paper}
          write={(manner) => actions.writePaper({ kind: 'letter', ...request }, manner)}
        />
      )}
    </section>
  );
}
