/** How every indicator scores: as stated, by the rule, and by which sum; all of them, or those that differ or are open. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { FormReport } from '../../core/report/report';
import { usePane } from '../context';
import { scoreFilters } from '../state';
import { useRoving } from '../useRoving';
import { RuleAbove } from './RuleAbove';
import { ScoreLine, useScoreColumns } from './ScoreLine';
import { PictureOffer } from './PictureOffer';
import { countOf, filtered, type ScoreRow, scoreSections, type ScoreRowsSection } from './scoreRows';
import { useCardStyles } from './useCardStyles';
import { useToggleStyles } from './useToggleStyles';
import { WindowedSections } from './WindowedSections';

/** About how high a closed line is, in pixels. */
const lineHeight = 46;

const useStyles = makeStyles({
  // The names of the columns, for the eye: where they do not stand side by side every figure says its own.
  columns: {
    display: 'none',
    padding: `0 ${tokens.spacingHorizontalXXL} 0 ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    '@container pane (min-width: 480px)': { display: 'flex' },
  },
});

/** A row stays the same as long as the report does. */
const idOf = (row: ScoreRow): object => row;

function ColumnNames(): ReactNode {
  const styles = useStyles();
  const columns = useScoreColumns();
  const { words } = usePane();
  return (
    <div aria-hidden className={styles.columns}>
      <span className={columns.row}>
        <span />
        {(['weight', 'statedShort', 'computed'] as const).map((key) => (
          <span key={key} className={columns.figure}>
            {words.say(key)}
          </span>
        ))}
      </span>
    </div>
  );
}

/** Lists all scores, or only some; each says how many there are. */
function Filter({ sections }: { readonly sections: readonly ScoreRowsSection[] }): ReactNode {
  const card = useCardStyles();
  const toggle = useToggleStyles();
  const { dispatch, state, words } = usePane();
  return (
    <div role="group" aria-label={words.say('scoreFilterLabel')} className={card.row}>
      {scoreFilters.map((filter) => {
        const isPressed = state.scoreFilter === filter;
        return (
          <Button
            key={filter}
            size="small"
            className={mergeClasses(isPressed && toggle.pressed)}
            aria-pressed={isPressed}
            onClick={() => dispatch({ type: 'scores-filtered', filter })}
          >
            {words.say(`scoreFilter-${filter}`, { n: countOf(sections, filter) })}
          </Button>
        );
      })}
    </div>
  );
}

/** The list of scores. */
export function ScoresView({ report }: { readonly report: FormReport }): ReactNode {
  const card = useCardStyles();
  const { actions, dispatch, state, words } = usePane();
  const { openLines, scoreFilter } = state;
  const sections = useMemo(() => scoreSections(report, words), [report, words]);
  const shown = useMemo(() => filtered(sections, scoreFilter), [sections, scoreFilter]);
  const places = useMemo(() => new Map(shown.flatMap(({ rows }) => rows).map((row, place) => [row, place])), [shown]);
  const current = Math.min(state.scoreIndex, Math.max(places.size - 1, 0));
  const open = new Set(openLines);
  const roving = useRoving(places.size, current, 'vertical', (index) =>
    flushSync(() => dispatch({ type: 'score-reached', index })),
  );
  return (
    <div className={card.section}>
      {report.scores.totals.weight !== null && (
        <PictureOffer name={words.say('picture')} draw={({ FormChart }) => <FormChart report={report} />} />
      )}
      <Filter sections={sections} />
      {places.size === 0 && <p className={card.text}>{words.say(`scoresNone-${scoreFilter}`)}</p>}
      <ColumnNames />
      <WindowedSections<ScoreRow, ScoreRowsSection>
        sections={shown}
        current={current}
        rowHeight={lineHeight}
        idOf={idOf}
        onKeyDown={roving.onKeyDown}
        place="scores"
        renderHead={({ heading }) => heading}
        renderAbove={({ rule }) => rule && <RuleAbove rule={rule} />}
        renderRow={(row, { measure, of, place }, { rule }) => {
          const index = places.get(row) ?? 0;
          return (
            <ScoreLine
              key={row.key}
              row={row}
              index={index}
              sheetId={report.form.sheetId}
              isCurrent={index === current}
              isOpen={open.has(`score ${row.key}`)}
              isRuleAbove={rule !== null}
              measure={measure}
              place={place}
              of={of}
              keep={roving.keep}
              focus={roving.focus}
              actions={actions}
              dispatch={dispatch}
              words={words}
            />
          );
        }}
      />
    </div>
  );
}
