/** The rubric in force, another one, and one of their own: chosen, exported, edited, imported. */
import { Button, Input, makeStyles, Select, Spinner, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { plain } from '../../core/exact';
import type { RubricProblem } from '../../core/rubric/decoder';
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
import { readLevels, withLevel } from './rubricDraft';

const useStyles = makeStyles({
  draft: { width: '100%', fontFamily: tokens.fontFamilyMonospace },
  weight: { width: '84px' },
  level: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  levelName: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
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

function problemText({ facts, key, path }: RubricProblem, words: Words): string {
  const place = path === '' ? words.say('wholeRubric') : path;
  return words.say('rubricProblem', { path: place, problem: words.rubricProblemText({ facts, key, path }) });
}

/** The level-1 weights of the draft as fields; the rest is edited in the text. */
function Levels({
  draft,
  onChange,
}: {
  readonly draft: string;
  readonly onChange: (draft: string) => void;
}): ReactNode {
  const styles = useStyles();
  const card = useCardStyles();
  const { words } = usePane();
  const levels = readLevels(draft);
  if (levels === null || levels.length === 0) return null;
  return (
    <ul className={card.list} aria-label={words.say('levelWeights')}>
      {levels.map(({ name, weight }, index) => (
        <li key={index} className={styles.level}>
          <span className={styles.levelName}>{name}</span>
          <Input
            size="small"
            type="number"
            className={styles.weight}
            input={{ size: 4 }}
            aria-label={words.say('weightOfLevel', { name })}
            value={weight}
            onChange={(_, { value }) => onChange(withLevel(draft, index, value))}
          />
        </li>
      ))}
    </ul>
  );
}

/** Export, edit and import in one place: the rubric as text. */
function Draft({ base }: { readonly base: Rubric }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { actions, services, state, words } = usePane();
  const raise = useRaise();
  const file = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const change = (text: string): void => {
    setDraft(text);
    setProblems([]);
  };

  const open = (chosen: File): void => {
    chosen.text().then(change, (error: unknown) => {
      // Moved, held by another program, or a folder: known answers of the browser.
      if (error instanceof DOMException) setProblems([words.say('fileUnreadable', { name: chosen.name })]);
      else raise(error);
    });
  };
  const adopt = (): void => {
    services.readRubric(draft).then((read) => {
      if (read.ok) {
        setProblems([]);
        actions.chooseRubric(read.value, state.report?.sheetId ?? null);
        return;
      }
      const found = read.problems?.map((problem) => problemText(problem, words)) ?? [words.say('notJson')];
      setProblems([words.say('rubricRefused', { n: found.length }), ...new Set(found)]);
    }, raise);
  };

  return (
    <>
      <h3 className={card.heading}>{words.say('ownRubric')}</h3>
      <p className={card.aside}>{words.say('ownRubricHow')}</p>
      <div className={card.row}>
        <Button size="small" onClick={() => void services.rubricText(base).then(change, raise)}>
          {words.say('exportRubric')}
        </Button>
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
      </div>
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
      <Levels draft={draft} onChange={change} />
      <Textarea
        className={styles.draft}
        aria-label={words.say('rubricText')}
        rows={8}
        resize="vertical"
        value={draft}
        onChange={(_, { value }) => change(value)}
      />
      {problems.length > 0 && <Notice intent="error" lines={problems} />}
      <Button appearance="primary" disabledFocusable={draft.trim() === '' || isHeld(state)} onClick={adopt}>
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
