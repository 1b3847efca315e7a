/** What goes into a letter, as ticks: of one form its findings and opinions, of several the forms. */
import { Checkbox } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import { type LetterContent, usualContent } from '../../core/report/letterContent';
import { listedRanges } from '../../core/sheet/rangesText';
import type { ReviewedForm } from '../../review/memory/reviewed';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { WindowedSections } from './WindowedSections';

/** About how high a tick is, in pixels. */
const tickHeight = 32;

/** What the user ticked otherwise than it stands at first, by what it is about. */
export type Ticks = Readonly<Record<string, boolean>>;

const ofFinding = (index: number): string => `finding ${index}`;
const ofOpinion = (indicator: string | null): string => `opinion ${indicator ?? ''}`;
const ofForm = (index: number): string => `form ${index}`;

/** What of one form goes in. */
function contentOf(form: ReviewedForm, ticks: Ticks): LetterContent {
  const usual = usualContent(form);
  const isUsual = new Set(usual.findings);
  return {
    findings: form.findings.filter((finding, index) => ticks[ofFinding(index)] ?? isUsual.has(finding)),
    opinions: usual.opinions.filter((indicator) => ticks[ofOpinion(indicator)] ?? true),
  };
}

const isEmpty = ({ findings, opinions }: LetterContent): boolean => findings.length + opinions.length === 0;

/** The unit as the form says it, to tell whose letter it is. */
const unitOf = ({ form }: ReviewedForm): string => form.unit?.text.trim() ?? form.department?.text.trim() ?? '';

/** Whether a form goes in at first: it has something to say, and is of the unit of the first that has. */
function goesIn(forms: readonly ReviewedForm[], form: ReviewedForm): boolean {
  const first = forms.find((each) => !isEmpty(usualContent(each)));
  return first !== undefined && unitOf(first) === unitOf(form) && !isEmpty(usualContent(form));
}

/** The forms that go in, each with what of it does. */
export function contentsOf(
  forms: readonly ReviewedForm[],
  ticks: Ticks,
): readonly ({ readonly form: ReviewedForm } & LetterContent)[] {
  const [only] = forms;
  if (forms.length === 1 && only) return [{ form: only, ...contentOf(only, ticks) }];
  return forms.flatMap((form, index) =>
    (ticks[ofForm(index)] ?? goesIn(forms, form)) ? [{ form, ...usualContent(form) }] : [],
  );
}

interface LetterPointsProps {
  readonly forms: readonly ReviewedForm[];
  readonly ticks: Ticks;
  readonly onTick: (ticks: Ticks) => void;
}

/** A tick, and whether it is set. */
interface Tick {
  readonly key: string;
  /** What it is about: the same object however often the ticks are made anew. */
  readonly of: object;
  /** What it says: asked for only where it is drawn. */
  readonly label: () => string;
  readonly isSet: boolean;
}

/** The ticks of one form: its findings, then the opinions on it. */
function ticksOfForm(report: ReviewedForm, ticks: Ticks, words: Words): readonly Tick[] {
  const { findings, opinions } = contentOf(report, ticks);
  const goIn = new Set(findings);
  const indicators = new Map(report.form.indicators.map((indicator) => [indicator.key, indicator]));
  return [
    ...report.findings.map((finding, index) => ({
      key: ofFinding(index),
      of: finding,
      label: () =>
        words.say('letterPoint', {
          severity: finding.severity,
          place: listedRanges(finding.cells),
          title: words.findingText(finding).title,
        }),
      isSet: goIn.has(finding),
    })),
    ...usualContent(report).opinions.map((key) => {
      const indicator = key === null ? undefined : indicators.get(key);
      return {
        key: ofOpinion(key),
        of: indicator ?? report,
        label: () =>
          words.say('letterOpinion', {
            of: key === null ? words.say('wholeForm') : (indicator?.name.text.trim() ?? ''),
          }),
        isSet: opinions.includes(key),
      };
    }),
  ];
}

/** The ticks of several forms, one each. */
function ticksOfForms(forms: readonly ReviewedForm[], ticks: Ticks, words: Words): readonly Tick[] {
  return forms.map((form, index) => ({
    key: ofForm(index),
    of: form,
    label: () => {
      const { findings, opinions } = usualContent(form);
      return words.say('letterForm', {
        sheet: form.form.sheetName,
        unit: unitOf(form) || words.say('noFigure'),
        n: findings.length + opinions.length,
      });
    },
    isSet: ticks[ofForm(index)] ?? goesIn(forms, form),
  }));
}

const idOf = ({ of }: Tick): object => of;

/** The ticks; of many only those near the screen are drawn. */
export function LetterPoints({ forms, onTick, ticks }: LetterPointsProps): ReactNode {
  const { words } = usePane();
  const sections = useMemo(() => {
    const [only] = forms;
    const rows = forms.length === 1 && only ? ticksOfForm(only, ticks, words) : ticksOfForms(forms, ticks, words);
    return [{ key: 'all', head: null, rows }];
  }, [forms, ticks, words]);
  // What has the keyboard is drawn wherever the user scrolls to.
  const [current, setCurrent] = useState(0);
  return (
    <div role="group" aria-label={words.say(forms.length === 1 ? 'letterPoints' : 'letterForms')}>
      <WindowedSections<Tick, (typeof sections)[number]>
        sections={sections}
        current={current}
        rowHeight={tickHeight}
        idOf={idOf}
        place="letter-points"
        onReach={setCurrent}
        renderRow={({ isSet, key, label }, { measure, of, place }) => (
          <li
            key={key}
            ref={measure}
            aria-posinset={measure ? place : undefined}
            aria-setsize={measure ? of : undefined}
          >
            <Checkbox
              checked={isSet}
              label={label()}
              onChange={(_, { checked }) => onTick({ ...ticks, [key]: checked === true })}
            />
          </li>
        )}
      />
    </div>
  );
}
