/** The letter that returns the form to its unit: what goes into it, what fills its slots, and how it leaves the pane. */
import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { isTold } from '../../core/report/rounds';
import { listedRanges } from '../../core/sheet/rangesText';
import { type LetterFields, type LetterSlot, letterSlots, slotNames } from '../../papers/letterWords';
import type { ReviewedForm, ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { download } from '../download';
import { Notice } from '../Notice';
import type { LetterRequest } from '../services';
import { isHeld } from '../state';
import { TextToCopy } from '../TextToCopy';
import { useLoaded } from '../useLoaded';
import { useRaise } from '../useRaise';
import { keepFields, keptFields } from './letterFields';
import { PaperOutcome } from './PaperOffer';
import { useCardStyles } from './useCardStyles';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(110px, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  points: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  field: { minWidth: 0 },
});

interface LetterOfferProps {
  readonly report: ReviewedForm;
  readonly sheet: ReviewedSheet;
  /** Whether it would be made of a result that no longer holds. */
  readonly isStale: boolean;
}

export function LetterOffer({ isStale, report, sheet }: LetterOfferProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const raise = useRaise();
  const { actions, services, state, words } = usePane();
  const { findings } = report;
  const [fields, setFields] = useState<LetterFields>(() => keptFields(services.preferences));
  const [picked, setPicked] = useState<Readonly<Record<number, boolean>>>({});
  /** What the user wanted although slots were empty; null: nothing was asked for. */
  const [asked, setAsked] = useState<'file' | 'sheet' | null>(null);
  const request = useMemo(
    (): LetterRequest => ({
      form: report,
      fields,
      // What breaks or questions something, in a second round what is left, until the user says otherwise.
      findings: findings.filter((finding, index) => picked[index] ?? isTold(finding, report.round)),
    }),
    [report, fields, findings, picked],
  );
  const draft = useLoaded(useCallback(() => services.letter(request), [services, request]));
  const slotText = (slot: LetterSlot): string => words.say(`letterSlot-${slotNames[slot]}`);
  const missing = draft?.unfilled ?? [];
  const unfilled = words.say('letterUnfilled', { slots: missing.map(slotText).join('、') });
  const isLocked = isStale || isHeld(state) || !draft;

  const make = (what: 'file' | 'sheet'): void => {
    setAsked(null);
    keepFields(services.preferences, fields);
    if (what === 'sheet') actions.writePaper({ kind: 'letter', ...request }, 'careful');
    else services.letterFile(request).then(download, raise);
  };
  const ask = (what: 'file' | 'sheet'): void => {
    if (missing.length > 0) setAsked(what);
    else make(what);
  };
  return (
    <section className={card.section} aria-labelledby="letter">
      <h2 id="letter" className={card.heading}>
        {words.say('letterName')}
      </h2>
      <p className={card.aside}>{words.say('letterWhat')}</p>
      <div className={styles.points} role="group" aria-label={words.say('letterPoints')}>
        {findings.map((finding, index) => (
          <Checkbox
            key={index}
            checked={request.findings.includes(finding)}
            label={words.say('letterPoint', {
              severity: finding.severity,
              place: listedRanges(finding.cells),
              title: words.findingText(finding).title,
            })}
            onChange={(_, { checked }) => setPicked((before) => ({ ...before, [index]: checked === true }))}
          />
        ))}
      </div>
      <div className={styles.fields}>
        {letterSlots.map((slot) => (
          <Field key={slot} label={slotText(slot)} size="small" className={styles.field}>
            <Input
              size="small"
              className={styles.field}
              value={fields[slot] ?? ''}
              placeholder={draft?.known[slot] ?? ''}
              onChange={(_, { value }) => setFields((before) => ({ ...before, [slot]: value }))}
            />
          </Field>
        ))}
      </div>
      <div className={card.row}>
        <Button disabledFocusable={isLocked} onClick={() => ask('file')}>
          {words.say('letterAsFile')}
        </Button>
        <Button disabledFocusable={isLocked} onClick={() => ask('sheet')}>
          {words.say('letterAsSheet')}
        </Button>
        {draft && <TextToCopy label={words.say('copyLetter')} text={() => draft.text} />}
        <Button
          appearance="subtle"
          disabledFocusable={isLocked}
          onClick={() => actions.setState(sheet, sheet.forms.indexOf(report), 'returned', request.findings)}
        >
          {words.say('letterReturned', { n: request.findings.length })}
        </Button>
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
