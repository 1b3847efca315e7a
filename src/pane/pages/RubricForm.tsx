/** A rubric as a form: its figures under headings, each with what is wrong with it beside it. */
import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { type DraftField, type FieldKind, overKinds, pathText } from './rubricDraft';

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: `${tokens.spacingVerticalXS} 0`, fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(128px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
  },
});

const groups: readonly {
  readonly key: 'weights' | 'execution' | 'tiers' | 'over' | 'grades';
  readonly kinds: readonly FieldKind[];
}[] = [
  { key: 'weights', kinds: ['total', 'level'] },
  { key: 'execution', kinds: ['executionFull', 'executionZero', 'bandFrom', 'bandAward'] },
  { key: 'tiers', kinds: ['tierFrom'] },
  { key: 'over', kinds: ['overKind', 'overFrom', 'overPoints'] },
  { key: 'grades', kinds: ['grade', 'places'] },
];

/** What a field is called. */
export function fieldName({ isPercent, kind, name }: DraftField, words: Words): string {
  switch (kind) {
    case 'level':
      return words.say('weightOfLevel', { name });
    case 'tierFrom':
      return words.say('field-tierFrom', { name });
    case 'grade':
      return words.say('field-grade', { name });
    case 'bandFrom':
      return words.say('field-bandFrom', { n: name });
    case 'bandAward':
      return words.say(isPercent ? 'field-bandShare' : 'field-bandPoints', { n: name });
    default:
      return words.say(`field-${kind}`);
  }
}

export interface RubricFormProps {
  readonly fields: readonly DraftField[];
  /** What is wrong, by path. */
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (field: DraftField, typed: string) => void;
}

function FieldOf({
  field,
  onChange,
  problem,
}: { readonly field: DraftField; readonly problem: string | undefined } & Pick<
  RubricFormProps,
  'onChange'
>): ReactNode {
  const { words } = usePane();
  const shown = problem === undefined ? {} : ({ validationMessage: problem, validationState: 'error' } as const);
  return (
    <Field size="small" label={fieldName(field, words)} {...shown}>
      {field.kind === 'overKind' ? (
        <Select size="small" value={field.value} onChange={(_, { value }) => onChange(field, value)}>
          {overKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.say(`over-${kind}`)}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          size="small"
          type="number"
          input={{ size: 4, step: 'any' }}
          value={field.value}
          onChange={(_, { value }) => onChange(field, value)}
        />
      )}
    </Field>
  );
}

export function RubricForm({ fields, onChange, problems }: RubricFormProps): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const { words } = usePane();
  return (
    <div className={card.section}>
      {groups.map(({ key, kinds }) => {
        const own = fields.filter(({ kind }) => kinds.includes(kind));
        if (own.length === 0) return null;
        return (
          <fieldset key={key} className={styles.group}>
            <legend className={styles.legend}>{words.say(`fields-${key}`)}</legend>
            <div className={styles.fields}>
              {own.map((field) => {
                const path = pathText(field.path);
                return <FieldOf key={path} field={field} problem={problems.get(path)} onChange={onChange} />;
              })}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
