/** What goes into a letter, as ticks: of one form its findings and opinions, of several the forms. */
import { Checkbox, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type LetterContent, usualContent } from '../../core/report/letterContent';
import { listedRanges } from '../../core/sheet/rangesText';
import type { ReviewedForm } from '../../review/memory/reviewed';
import { usePane } from '../context';

const useStyles = makeStyles({
  points: { display: 'flex', flexDirection: 'column', minWidth: 0 },
});

/** What the user ticked otherwise than it stands at first, by what it is about. */
export type Ticks = Readonly<Record<string, boolean>>;

const ofFinding = (index: number): string => `finding ${index}`;
const ofOpinion = (indicator: string | null): string => `opinion ${indicator ?? ''}`;
const ofForm = (index: number): string => `form ${index}`;

/** What of one form goes in. */
function contentOf(form: ReviewedForm, ticks: Ticks): LetterContent {
  const usual = usualContent(form);
  return {
    findings: form.findings.filter((finding, index) => ticks[ofFinding(index)] ?? usual.findings.includes(finding)),
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

/** A tick, what it says, and whether it is set. */
interface Tick {
  readonly key: string;
  readonly label: string;
  readonly isSet: boolean;
}

function useTicks(forms: readonly ReviewedForm[], ticks: Ticks): readonly Tick[] {
  const { words } = usePane();
  const [only] = forms;
  if (forms.length === 1 && only) {
    const { findings, opinions } = contentOf(only, ticks);
    const names = new Map(only.form.indicators.map(({ key, name }) => [key, name.text.trim()]));
    return [
      ...only.findings.map((finding, index) => ({
        key: ofFinding(index),
        label: words.say('letterPoint', {
          severity: finding.severity,
          place: listedRanges(finding.cells),
          title: words.findingText(finding).title,
        }),
        isSet: findings.includes(finding),
      })),
      ...usualContent(only).opinions.map((indicator) => ({
        key: ofOpinion(indicator),
        label: words.say('letterOpinion', {
          of: indicator === null ? words.say('wholeForm') : (names.get(indicator) ?? ''),
        }),
        isSet: opinions.includes(indicator),
      })),
    ];
  }
  return forms.map((form, index) => {
    const { findings, opinions } = usualContent(form);
    return {
      key: ofForm(index),
      label: words.say('letterForm', {
        sheet: form.form.sheetName,
        unit: unitOf(form) || words.say('noFigure'),
        n: findings.length + opinions.length,
      }),
      isSet: ticks[ofForm(index)] ?? goesIn(forms, form),
    };
  });
}

export function LetterPoints({ forms, onTick, ticks }: LetterPointsProps): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <div
      className={styles.points}
      role="group"
      aria-label={words.say(forms.length === 1 ? 'letterPoints' : 'letterForms')}
    >
      {useTicks(forms, ticks).map(({ isSet, key, label }) => (
        <Checkbox
          key={key}
          checked={isSet}
          label={label}
          onChange={(_, { checked }) => onTick({ ...ticks, [key]: checked === true })}
        />
      ))}
    </div>
  );
}
