/** Weight, self-evaluation and review beside each other: by level-1 heading or by indicator. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type Exact, plain } from '../../core/exact';
import type { FormReport } from '../../core/report/report';
import { agreementWith } from '../../core/score/agreement';
import type { Words } from '../../words/wordsOf';
import { usePane } from '../context';
import { rangeText } from '../result/rangeText';
import { useCardStyles } from '../result/useCardStyles';
import { useToggleStyles } from '../result/useToggleStyles';
import { type PictureBar, BarChart, type BarGroup } from './BarChart';
import { linesOfForm, type PointsLine } from './formLines';
import { HeardTable } from './HeardTable';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

const figureOf = (amount: Exact | null, words: Words): string => (amount ? plain(amount) : words.say('noFigure'));

/** What the rules give for a line: one figure where all of it is settled, else the limits. */
function byRule({ allowed, openCount, settled }: PointsLine, words: Words): string {
  if (openCount === 0) return plain(settled);
  return allowed ? rangeText(allowed, words) : words.say('openFigure');
}

/** The bar of what the rules give: solid what is settled, striped what is allowed beyond it. */
function reviewedBar(line: PointsLine, words: Words): PictureBar {
  const { allowed, openCount, settled, stated, weight } = line;
  const isRight = !stated || agreementWith(stated, settled, settled, null) === 'agrees';
  const bar = { look: 'strong', length: settled.toNumber() } as const;
  if (openCount === 0) return { ...bar, figure: plain(settled), isStrong: !isRight };
  const to = (allowed?.high ?? weight ?? settled).toNumber();
  const figure = words.say('chartOpen', { range: byRule(line, words), n: openCount });
  return { ...bar, figure, open: { from: settled.toNumber(), to } };
}

function groupOf(line: PointsLine, words: Words): BarGroup {
  const { name, stated, weight } = line;
  const bars: PictureBar[] = [];
  if (weight) bars.push({ look: 'outlined', length: weight.toNumber(), figure: plain(weight) });
  if (stated) bars.push({ look: 'quiet', length: stated.toNumber(), figure: plain(stated) });
  return { name, bars: [...bars, reviewedBar(line, words)] };
}

/** What is heard of a line. */
function rowOf(line: PointsLine, words: Words): readonly string[] {
  const { name, openCount, stated, weight } = line;
  const open = openCount > 0 ? `${words.say('listComma')}${words.say('pictureOpen', { n: openCount })}` : '';
  return [name, figureOf(weight, words), figureOf(stated, words), `${byRule(line, words)}${open}`];
}

const views = ['level1', 'indicator'] as const;

export function FormChart({ report }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const styles = useStyles();
  const toggle = useToggleStyles();
  const { words } = usePane();
  const [view, setView] = useState<(typeof views)[number]>('level1');
  const lines = linesOfForm(report, view, words);
  if (lines.length === 0) return null;
  return (
    <section className={card.section} aria-label={words.say('picture')}>
      <div role="group" aria-label={words.say('pictureBy')} className={styles.buttons}>
        {views.map((one) => (
          <Button
            key={one}
            size="small"
            className={mergeClasses(one === view && toggle.pressed)}
            aria-pressed={one === view}
            onClick={() => setView(one)}
          >
            {words.say(`pictureBy-${one}`)}
          </Button>
        ))}
      </div>
      <BarChart
        groups={lines.map((line) => groupOf(line, words))}
        legend={[
          { look: 'outlined', name: words.say('weight') },
          { look: 'quiet', name: words.say('statedShort') },
          { look: 'strong', name: words.say('reviewedShort') },
          { look: 'striped', name: words.say('openFigure') },
        ]}
      />
      <HeardTable
        caption={words.say('picture')}
        heads={(['pictureName', 'weight', 'statedShort', 'computed'] as const).map((key) => words.say(key))}
        rows={lines.map((line) => rowOf(line, words))}
      />
    </section>
  );
}
