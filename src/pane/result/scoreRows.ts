/** The scores as rows under their level-1 headings: what the list shows, filters and says of each. */
import { plain } from '../../core/exact';
import type { CellReading } from '../../core/form/form';
import type { FormReport } from '../../core/report/report';
import type { ExecutionScore, GoverningRule, IndicatorScore, ScoreInterval } from '../../core/score/scores';
import { executionStanding, type Standing, standingOf } from '../../core/score/standing';
import { type CellRef, toA1 } from '../../core/sheet/cellRef';
import type { Words } from '../../words/wordsOf';
import type { ScoreFilter } from '../state';

/** One score. */
export interface ScoreRow {
  readonly key: string;
  readonly cell: CellRef;
  readonly name: string;
  readonly standing: Standing;
  readonly weight: string;
  readonly stated: string;
  readonly computed: string;
  readonly rule: GoverningRule;
  readonly of:
    | { readonly kind: 'indicator'; readonly score: IndicatorScore }
    | { readonly kind: 'execution'; readonly score: ExecutionScore };
}

/** Rows that follow each other under one heading. */
export interface ScoreRowsSection {
  readonly key: string;
  readonly head: object;
  readonly heading: string;
  readonly rows: readonly ScoreRow[];
  /** The rule that governs all of them, where it is said once; else null. */
  readonly rule: GoverningRule | null;
}

/** What a number cell shows; an empty one is said to be empty. */
function readingText(reading: CellReading | null, words: Words): string {
  if (!reading) return words.say('noFigure');
  return reading.cell.text.trim() || words.say('emptyCell');
}

function intervalText({ high, includesHigh, low }: ScoreInterval, words: Words): string {
  return words.say(includesHigh ? 'betweenInclusive' : 'betweenExclusive', { low: plain(low), high: plain(high) });
}

/** What is left to judge: the limits, the only scores possible, or why nothing can be said. */
function limitsText({ admissible, interval, leftOpen }: IndicatorScore, words: Words): string {
  if (admissible) return words.say('oneOf', { scores: admissible.map(plain).join(' / ') });
  if (interval) return intervalText(interval, words);
  return leftOpen ? words.say(`leftOpen-${leftOpen}`) : words.say('noFigure');
}

/** The score by the rule: a settled figure, or that it is open and within which limits. */
export function computedText(score: IndicatorScore, words: Words): string {
  const { certainty, computed } = score;
  if (certainty === 'settled' && computed) return plain(computed);
  return words.say('openScore', { limits: limitsText(score, words) });
}

function indicatorRow(score: IndicatorScore, words: Words): ScoreRow {
  const { certainty, computed, indicator, rule } = score;
  return {
    key: indicator.key,
    cell: indicator.name.cell.ref,
    name: indicator.name.text,
    standing: standingOf(score),
    weight: readingText(indicator.weight, words),
    stated: readingText(indicator.score, words),
    computed: certainty === 'settled' && computed ? plain(computed) : words.say('openFigure'),
    rule,
    of: { kind: 'indicator', score },
  };
}

function executionRow(score: ExecutionScore, words: Words): ScoreRow {
  const { block, computed, rule } = score;
  return {
    key: 'execution',
    cell: (block.score ?? block.rate)?.cell.ref ?? { row: block.area.top, column: block.area.left },
    name: words.say('execution'),
    standing: executionStanding(score),
    weight: readingText(block.weight, words),
    stated: readingText(block.score, words),
    computed: computed ? plain(computed) : words.say('noFigure'),
    rule,
    of: { kind: 'execution', score },
  };
}

function sharedRule(rows: readonly ScoreRow[]): GoverningRule | null {
  const [first, ...others] = rows.map(({ rule }) => rule);
  if (!first || others.length === 0) return null;
  const textOf = ({ cell, document, source, text }: GoverningRule): string =>
    JSON.stringify([text, source, cell && toA1(cell), document]);
  return others.every((rule) => textOf(rule) === textOf(first)) ? first : null;
}

/** All scores of a form, the execution rate first, then the indicators in the order of the form. */
export function scoreSections({ scores }: FormReport, words: Words): readonly ScoreRowsSection[] {
  const sections: { heading: string; rows: ScoreRow[] }[] = [];
  if (scores.execution) {
    const row = executionRow(scores.execution, words);
    sections.push({ heading: row.name, rows: [row] });
  }
  for (const score of scores.indicators) {
    const heading = score.indicator.level1?.text ?? words.say('otherLevel');
    const last = sections.at(-1);
    const row = indicatorRow(score, words);
    if (last?.heading === heading) last.rows.push(row);
    else sections.push({ heading, rows: [row] });
  }
  return sections.map(({ heading, rows }, place) => ({
    key: String(place),
    head: rows,
    heading,
    rows,
    rule: sharedRule(rows),
  }));
}

const isWanted: Readonly<Record<ScoreFilter, (standing: Standing) => boolean>> = {
  all: () => true,
  differing: ({ isSettled, written }) =>
    written === 'wrong' || written === 'question' || (isSettled && written !== 'right'),
  open: ({ isSettled }) => !isSettled,
};

/** The sections with the rows that the filter wants; none without a row. */
export function filtered(sections: readonly ScoreRowsSection[], filter: ScoreFilter): readonly ScoreRowsSection[] {
  if (filter === 'all') return sections;
  return sections
    .map((section) => ({ ...section, rows: section.rows.filter(({ standing }) => isWanted[filter](standing)) }))
    .filter(({ rows }) => rows.length > 0);
}

/** How many rows a filter lists. */
export function countOf(sections: readonly ScoreRowsSection[], filter: ScoreFilter): number {
  return sections.reduce((sum, { rows }) => sum + rows.filter(({ standing }) => isWanted[filter](standing)).length, 0);
}
