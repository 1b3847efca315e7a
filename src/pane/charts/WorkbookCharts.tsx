/** All forms of a workbook at a glance: totals by range, P0 by kind, what is left to judge by unit. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FormReport } from '../../core/report/report';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';
import { BarChart, type BarChartProps } from './BarChart';
import { HeardTable } from './HeardTable';
import { type Counted, fatalByKind, openByUnit, totalsByRange } from './workbookCounts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
});

interface PictureProps extends BarChartProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function Picture({ groups, heads, legend, rows, title }: PictureProps): ReactNode {
  const card = useCardStyles();
  return (
    <section className={card.section} aria-label={title}>
      <h3 className={card.heading}>{title}</h3>
      <BarChart groups={groups} legend={legend} />
      <HeardTable caption={title} heads={heads} rows={rows} />
    </section>
  );
}

/** One bar for each thing that was counted; nothing where nothing was. */
function Counts({ counted, title }: { readonly counted: readonly Counted[]; readonly title: string }): ReactNode {
  const { words } = usePane();
  if (counted.length === 0) return null;
  return (
    <Picture
      title={title}
      legend={[]}
      groups={counted.map(({ count, name }) => ({
        name,
        bars: [{ look: 'strong', length: count, figure: String(count) }],
      }))}
      heads={[words.say('pictureName'), words.say('count')]}
      rows={counted.map(({ count, name }) => [name, String(count)])}
    />
  );
}

/** How many forms lie where, by what they state and by the rules. */
function Totals({ forms }: { readonly forms: readonly FormReport[] }): ReactNode {
  const { words } = usePane();
  const ranges = totalsByRange(forms, words);
  return (
    <Picture
      title={words.say('pictureTotals')}
      legend={[
        { look: 'quiet', name: words.say('statedShort') },
        { look: 'strong', name: words.say('reviewedShort') },
      ]}
      groups={ranges.map(({ name, reviewed, stated }) => ({
        name,
        bars: [
          { look: 'quiet', length: stated, figure: String(stated) },
          { look: 'strong', length: reviewed, figure: String(reviewed) },
        ],
      }))}
      heads={[words.say('pictureName'), words.say('statedShort'), words.say('reviewedShort')]}
      rows={ranges.map(({ name, reviewed, stated }) => [name, String(stated), String(reviewed)])}
    />
  );
}

export function WorkbookCharts({ forms }: { readonly forms: readonly FormReport[] }): ReactNode {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <div className={styles.root}>
      <Totals forms={forms} />
      <Counts title={words.say('pictureFatal')} counted={fatalByKind(forms, words)} />
      <Counts title={words.say('pictureOpenByUnit')} counted={openByUnit(forms, words)} />
    </div>
  );
}
