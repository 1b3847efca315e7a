/** The rubric in force, another one, and one of their own: chosen, exported, edited, imported. */
import { Button, makeStyles, Select, Spinner, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { plain } from '../../core/exact';
import type { Rubric } from '../../core/rubric/rubric';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { Notice } from '../Notice';
import { Facts } from '../result/Facts';
import { useCardStyles } from '../result/useCardStyles';
import { isHeld, shownForm } from '../state';
import { TextToCopy } from '../TextToCopy';
import { TextToSave } from '../TextToSave';
import { useRaise } from '../useRaise';
import { fieldName, RubricForm } from './RubricForm';
import { type DraftField, draftFields, pathText, withField } from './rubricDraft';

const useStyles = makeStyles({
  draft: { width: '100%', fontFamily: tokens.fontFamilyMonospace },
});

function InForce({ rubric, choice }: { readonly rubric: Rubric; readonly choice: string }): ReactNode {
  const { words } = usePane();
  return (
    <Facts
      facts={[
        { name: words.say('rubric'), value: rubric.title, isWide: true },
        {
          name: words.say('source'),
          value: words.say('sourceOf', {
            document: rubric.source.document,
            clause: rubric.source.clause,
            year: rubric.source.year,
          }),
          isWide: true,
        },
        { name: words.say('chosenBy'), value: choice, isWide: true },
        { name: words.say('fullMarks'), value: plain(rubric.total) },
        ...rubric.levels.map(({ name, weight }) => ({ name, value: plain(weight) })),
        {
          name: words.say('grades'),
          value: rubric.grades
            .map(({ from, grade }) => words.say('gradeFrom', { grade, from: plain(from) }))
            .join(words.say('listComma')),
          isWide: true,
        },
        { name: words.say('quantitative'), value: rubric.quantitative.text, isWide: true },
        { name: words.say('qualitative'), value: rubric.qualitative.text, isWide: true },
        { name: words.say('execution'), value: rubric.execution.text, isWide: true },
      ]}
    />
  );
}

/** Chooses among the built-in rubrics and what each form tells. */
function Choice({ rubrics }: { readonly rubrics: readonly Rubric[] }): ReactNode {
  const card = useCardStyles();
  const { actions, state, words } = usePane();
  const form = shownForm(state);
  const current = form?.rubricChoice === 'chosen' ? form.rubric : null;
  const isOwn = current !== null && !rubrics.some((rubric) => rubric === current);
  return (
    <>
      <label className={card.text} htmlFor="rubric">
        {words.say('chooseRubric')}
      </label>
      <Select
        id="rubric"
        value={current === null ? '' : isOwn ? 'own' : current.id}
        disabled={isHeld(state)}
        onChange={(_, { value }) => {
          if (value === 'own') return;
          actions.chooseRubric(rubrics.find(({ id }) => id === value) ?? null, state.report?.sheetId ?? null);
        }}
      >
        <option value="">{words.say('rubricByForm')}</option>
        {rubrics.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        {isOwn && <option value="own">{words.say('rubricOwn', { title: current.title })}</option>}
      </Select>
      <p className={card.aside}>{words.say('rubricKept')}</p>
    </>
  );
}

/** What is wrong with a draft, each with its place. */
interface DraftProblem {
  readonly path: string;
  readonly text: string;
}

/** The place of a problem as the form names it, else as the JSON does. */
function placeText(path: string, fields: readonly DraftField[], words: Words): string {
  if (path === '') return words.say('wholeRubric');
  const field = fields.find((one) => pathText(one.path) === path);
  if (field) return fieldName(field, words);
  return path === 'levels' ? words.say('levelWeights') : path;
}

/** The draft with what is wrong with it, checked anew after every change. */
function useDraft(): {
  readonly draft: string;
  readonly fields: readonly DraftField[];
  readonly problems: readonly DraftProblem[];
  readonly rubric: Rubric | null;
  readonly change: (draft: string) => void;
  readonly refuse: (text: string) => void;
} {
  const { services, words } = usePane();
  const raise = useRaise();
  const [draft, setDraft] = useState('');
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [rubric, setRubric] = useState<Rubric | null>(null);
  const latest = useRef('');
  const change = (text: string): void => {
    latest.current = text;
    setDraft(text);
    services.readRubric(text).then((read) => {
      // An earlier text was checked; the answer for this one is on its way.
      if (latest.current !== text) return;
      setRubric(read.ok ? read.value : null);
      if (read.ok) setProblems([]);
      else
        setProblems(
          read.problems?.map((problem) => ({ path: problem.path, text: words.rubricProblemText(problem) })) ?? [
            { path: '', text: words.say('notJson') },
          ],
        );
    }, raise);
  };
  return {
    draft,
    fields: draftFields(draft) ?? [],
    problems,
    rubric,
    change,
    refuse: (text) => setProblems([{ path: '', text }]),
  };
}

/** Opens a file with a rubric. */
function ImportFile({
  onText,
  onRefused,
}: {
  readonly onText: (text: string) => void;
  readonly onRefused: (text: string) => void;
}): ReactNode {
  const { words } = usePane();
  const raise = useRaise();
  const file = useRef<HTMLInputElement>(null);
  const open = (chosen: File): void => {
    chosen.text().then(onText, (error: unknown) => {
      // Moved, held by another program, or a folder: known answers of the browser.
      if (error instanceof DOMException) onRefused(words.say('fileUnreadable', { name: chosen.name }));
      else raise(error);
    });
  };
  return (
    <>
      <Button size="small" onClick={() => file.current?.click()}>
        {words.say('importFile')}
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) open(chosen);
          // The same file can be opened again after it was edited elsewhere.
          target.value = '';
        }}
      />
    </>
  );
}

/** Export, edit and import in one place: the rubric as a form, and as text for those who want it. */
function Draft({ base }: { readonly base: Rubric }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { actions, services, state, words } = usePane();
  const raise = useRaise();
  const { change, draft, fields, problems, refuse, rubric } = useDraft();
  const beside = new Map(problems.map(({ path, text }) => [path, text]));
  const lines = problems.map(({ path, text }) =>
    words.say('rubricProblem', { path: placeText(path, fields, words), problem: text }),
  );
  return (
    <>
      <h3 className={card.heading}>{words.say('ownRubric')}</h3>
      <p className={card.aside}>{words.say('ownRubricHow')}</p>
      <div className={card.row}>
        <Button size="small" onClick={() => void services.rubricText(base).then(change, raise)}>
          {words.say('exportRubric')}
        </Button>
        <ImportFile onText={change} onRefused={refuse} />
      </div>
      <RubricForm
        fields={fields}
        problems={beside}
        onChange={(field, typed) => change(withField(draft, field, typed))}
      />
      {draft !== '' && (
        <>
          <div className={card.row}>
            <TextToSave
              label={words.say('saveRubric')}
              fileName={`${base.id}.json`}
              type="application/json"
              text={draft}
            />
            <TextToCopy label={words.say('copyRubric')} text={() => draft} />
          </div>
          <p className={card.aside}>{words.say('saveRubricHow')}</p>
        </>
      )}
      <details>
        <summary className={card.summary}>{words.say('advancedRubric')}</summary>
        <Textarea
          className={styles.draft}
          aria-label={words.say('rubricText')}
          rows={8}
          resize="vertical"
          value={draft}
          onChange={(_, { value }) => change(value)}
        />
      </details>
      {lines.length > 0 && draft !== '' && (
        <Notice intent="error" lines={[words.say('rubricRefused', { n: lines.length }), ...new Set(lines)]} />
      )}
      {lines.length > 0 && draft === '' && (
        <Notice intent="error" lines={[...new Set(problems.map(({ text }) => text))]} />
      )}
      <Button
        appearance="primary"
        disabledFocusable={rubric === null || isHeld(state)}
        onClick={() => {
          if (rubric) actions.chooseRubric(rubric, state.report?.sheetId ?? null);
        }}
      >
        {words.say('adoptRubric')}
      </Button>
    </>
  );
}

/** The rubric of the form that is shown, or of the workbook before any review. */
export function RubricPage(): ReactNode {
  const card = useCardStyles();
  const { services, state, words } = usePane();
  const raise = useRaise();
  const [rubrics, setRubrics] = useState<readonly Rubric[] | null>(null);
  useEffect(() => {
    services.rubrics().then(setRubrics, raise);
  }, [services, raise]);
  const form = shownForm(state);
  if (!rubrics) return <Spinner size="tiny" label={words.say('openingPage')} />;
  const [first] = rubrics;
  const base = form?.rubric ?? first;
  return (
    <div className={card.section}>
      <Choice rubrics={rubrics} />
      {form ? (
        <InForce rubric={form.rubric} choice={words.say(`rubricChoice-${form.rubricChoice}`)} />
      ) : (
        <p className={card.text}>{words.say('rubricBeforeReview')}</p>
      )}
      {base && <Draft base={base} />}
    </div>
  );
}
