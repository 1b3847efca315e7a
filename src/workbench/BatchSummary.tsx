/** What all forms of a batch come to, and the summary of them as a workbook. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Notice } from '../pane/Notice';
import { useRaise } from '../pane/useRaise';
import type { SayWorkbench } from '../words/workbenchWords';
import type { BatchTotals, SummedFile, WorkbenchServices } from './services';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  figure: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

/** The figures, each with its name. */
function figuresOf(totals: BatchTotals, say: SayWorkbench): readonly (readonly [name: string, figure: string])[] {
  const { counts, grades, openCount, openForms, reviewed, stated, unread } = totals;
  const grade = (one: BatchTotals['grades'][number]): string =>
    say('gradeOf', { ...one, grade: one.grade ?? say('noGrade') });
  return [
    [say('meanStated', { n: stated.forms }), stated.value ?? say('noMean')],
    [say('meanReviewed', { n: reviewed.forms }), reviewed.value ?? say('noMean')],
    [say('openRows', { n: openForms }), String(openCount)],
    [say('problemCounts'), `${counts.P0} / ${counts.P1} / ${counts.P2}`],
    [say('unreadCount'), String(unread)],
    [say('gradeCounts'), grades.map(grade).join('\u3000')],
  ];
}

export interface BatchSummaryProps {
  /** All of the batch, each reviewed or refused. */
  readonly files: readonly SummedFile[];
  readonly services: Pick<WorkbenchServices, 'download' | 'summary' | 'totals'>;
  readonly say: SayWorkbench;
}

/** What was last computed, and of which files. */
interface Known {
  readonly files: readonly SummedFile[];
  readonly totals: BatchTotals;
  /** The name of the file that was saved; null: none of these. */
  readonly saved: string | null;
}

export function BatchSummary({ files, say, services }: BatchSummaryProps): ReactNode {
  const styles = useStyles();
  const raise = useRaise();
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let isLeft = false;
    services.totals(files).then((totals) => {
      if (!isLeft) setKnown({ files, totals, saved: null });
    }, raise);
    return () => {
      isLeft = true;
    };
  }, [services, files, raise]);
  const save = useCallback(() => {
    const make = async (): Promise<void> => {
      const { bytes, name } = await services.summary(files);
      services.download(name, bytes);
      setKnown((before) => before && { ...before, saved: name });
    };
    make().catch(raise);
  }, [services, files, raise]);
  if (known?.files !== files) return null;
  const { saved, totals } = known;
  return (
    <section aria-label={say('summaryLabel')} className={styles.root}>
      <dl className={styles.figures}>
        {figuresOf(totals, say).map(([name, figure]) => (
          <div key={name} className={styles.figure}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{figure}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={save}>{say('saveSummary')}</Button>
      <div role="status">
        {saved !== null && (
          <Notice intent="success" lines={[say('summarySaved', { file: saved, forms: totals.forms })]} />
        )}
      </div>
    </section>
  );
}
