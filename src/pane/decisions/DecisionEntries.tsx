/** From the result to what is left to a person, and to what was decided. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { openPlaces } from '../../core/report/openPlaces';
import type { FormReport } from '../../core/report/report';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';

/** How many decisions there are that this sheet knows of. */
function countOf({ contradictions, elsewhere, forms }: ReviewedSheet): number {
  return new Set([
    ...forms.flatMap(({ decisions }) => decisions.map(({ decision }) => decision)),
    ...contradictions.flat(),
    ...elsewhere,
  ]).size;
}

export interface DecisionEntriesProps {
  readonly report: FormReport;
  readonly sheet: ReviewedSheet;
}

/** Nothing where there is neither work nor a record. */
export function DecisionEntries({ report, sheet }: DecisionEntriesProps): ReactNode {
  const card = useCardStyles();
  const { dispatch, words } = usePane();
  const open = openPlaces(report);
  const [first] = open;
  const count = countOf(sheet);
  if (first === undefined && count === 0) return null;
  return (
    <div className={card.row}>
      {first !== undefined && (
        <>
          <span className={card.text}>{words.say('stillOpen', { n: open.length })}</span>
          <Button
            size="small"
            onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'judge', indicator: first } })}
          >
            {words.say('judgeOpen')}
          </Button>
        </>
      )}
      {count > 0 && (
        <Button size="small" onClick={() => dispatch({ type: 'screen-opened', screen: { kind: 'decisions' } })}>
          {words.say('openDecisions', { n: count })}
        </Button>
      )}
    </div>
  );
}
