/** What the unit says in sentences must be what its form says in cells. */
import { isAbout, type Narrative, type NarrativeText } from '../../documents/narrative';
import { type Exact, exact, hundred, plain } from '../../exact';
import { amountOf } from '../../form/amountOf';
import type { Form } from '../../form/form';
import { type CellRef, sameCell, toA1 } from '../../sheet/cellRef';
import { roundScore } from '../../score/rounding';
import { fold } from '../../value/normalise';
import { defineCheck, type Examined, type Remark } from '../defineCheck';
import { wrongDaysIn } from '../shared/dayClaims';
import { type Dimension, dimensionOf } from '../shared/dimensions';
import { besideOf, placeText } from '../shared/placeText';
import { dimensionsIn, type Figure, rateIn, scoreIn, wrongSumIn } from './statements';

const someYear = 2023;
/** A quotation is no longer. */
const longestQuote = 60;
/** Longer texts are no cells that a person fills in; what follows is not looked at. */
const readAtMost = 4000;

interface Sentence {
  readonly narrative: Narrative;
  readonly cell: CellRef;
  /** In one typography. */
  readonly text: string;
}

function sentencesOf(narrative: Narrative, { cell, text }: NarrativeText): readonly Sentence[] {
  return text
    .slice(0, readAtMost)
    .split(/[。；;!！\n]/u)
    .flatMap((piece) => {
      const folded = fold(piece).text;
      return folded === '' ? [] : [{ narrative, cell, text: folded }];
    });
}

const quoted = ({ text }: Sentence): string => (text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text);

/** Whether a figure is this amount, as exactly as the figure is written: 95.5 may stand for 95.48. */
function isFigure({ decimals, value }: Figure, amount: Exact): boolean {
  return value
    .minus(amount)
    .abs()
    .lte(exact(5).div(exact(10).pow(decimals + 1)));
}

/** The execution rates of a form, in percent: as stated, and as its amounts give it; with the cell of either. */
function ratesOf({ budget }: Form): { readonly rates: readonly Exact[]; readonly cell: CellRef } | null {
  if (!budget) return null;
  const whole = budget.lines.find(({ role }) => role === 'total');
  const [planned, spent] = [amountOf(whole?.budget ?? null), amountOf(whole?.executed ?? null)];
  const stated = amountOf(budget.rate);
  const rates = [
    ...(stated ? [stated.times(hundred)] : []),
    ...(planned?.gt(0) && spent ? [spent.times(hundred).div(planned)] : []),
  ];
  const cell = budget.rate?.cell ?? whole?.executed?.cell;
  return rates.length > 0 && cell ? { rates, cell: cell.ref } : null;
}

/** Where a remark about the sentence itself leads: to it, or to the top of the form where it stands elsewhere. */
function ownPlace({ cell, narrative }: Sentence, { sheetName, table, title }: Form): readonly CellRef[] {
  if (narrative.file === null && narrative.sheetName === sheetName) return [cell];
  return [title?.ref ?? { row: table.top, column: table.left }];
}

type Report = (message: 'score' | 'rate' | 'days' | 'parts' | 'dimension', remark: Remark) => void;

function holdScore(sentences: readonly Sentence[], { form, scores }: Examined, report: Report): void {
  const cell = form.total?.score?.cell ?? form.head.score?.reading.cell;
  const { statedScore, sumOfScores } = scores.totals;
  if (!cell || !statedScore) return;
  for (const sentence of sentences) {
    const stated = scoreIn(sentence.text);
    if (!stated || [statedScore, sumOfScores].some((own) => own && isFigure(stated, own))) continue;
    report('score', {
      cells: [cell.ref],
      facts: {
        sentence: quoted(sentence),
        place: placeText(sentence.narrative, sentence.cell, form),
        stated: plain(stated.value),
        own: plain(statedScore),
        cell: toA1(cell.ref),
      },
      found: plain(statedScore),
      beside: besideOf(sentence.narrative, sentence.cell, form),
    });
  }
}

function holdRate(sentences: readonly Sentence[], { form, rubric }: Examined, report: Report): void {
  const own = ratesOf(form);
  const [first] = own?.rates ?? [];
  if (!own || !first) return;
  const said = sentences.flatMap((sentence) => {
    const stated = rateIn(sentence.text);
    return stated ? [{ sentence, stated }] : [];
  });
  // A report may speak of the rates of parts too: where one of its figures is the form's, the others are about something else.
  if (said.some(({ stated }) => own.rates.some((rate) => isFigure(stated, rate)))) return;
  for (const { sentence, stated } of said.slice(0, 1))
    report('rate', {
      cells: [own.cell],
      facts: {
        sentence: quoted(sentence),
        place: placeText(sentence.narrative, sentence.cell, form),
        stated: plain(stated.value),
        own: plain(roundScore(first, rubric)),
        cell: toA1(own.cell),
      },
      found: plain(roundScore(first, rubric)),
      beside: besideOf(sentence.narrative, sentence.cell, form),
    });
}

function holdDimensions(sentences: readonly Sentence[], { form }: Examined, report: Report): void {
  const measured = form.indicators.filter(({ isAdjustment, isExecutionRate }) => !isAdjustment && !isExecutionRate);
  const present = new Set<Dimension>(measured.flatMap((row) => dimensionOf(row) ?? []));
  // A form whose headings name no dimensions cannot be said to lack one.
  if (measured.length === 0 || measured.filter((row) => dimensionOf(row)).length * 2 < measured.length) return;
  const told = new Set<Dimension>();
  for (const sentence of sentences) {
    for (const dimension of dimensionsIn(sentence.text)) {
      if (present.has(dimension) || told.has(dimension)) continue;
      told.add(dimension);
      report('dimension', {
        cells: [{ row: form.table.top, column: form.table.left }],
        facts: {
          sentence: quoted(sentence),
          place: placeText(sentence.narrative, sentence.cell, form),
          dimension,
        },
        beside: besideOf(sentence.narrative, sentence.cell, form),
      });
    }
  }
}

/** Sentences that contradict themselves. */
function holdFigures(sentences: readonly Sentence[], { form }: Examined, report: Report): void {
  for (const sentence of sentences) {
    const place = placeText(sentence.narrative, sentence.cell, form);
    const cells = ownPlace(sentence, form);
    const beside = besideOf(sentence.narrative, sentence.cell, form);
    // Days in the form's own notes are another check's.
    const isNote = form.notes.some(({ ref }) => cells.some((cell) => sameCell(cell, ref)));
    for (const { days, quoted: text, stated } of isNote ? [] : wrongDaysIn(sentence.text, form.year ?? someYear))
      report('days', { cells, facts: { sentence: text, place, stated, days }, found: stated, expected: days, beside });
    const wrong = wrongSumIn(sentence.text);
    if (!wrong) continue;
    const [stated, parts] = [`${plain(wrong.whole)}${wrong.unit}`, `${plain(wrong.parts)}${wrong.unit}`];
    report('parts', { cells, facts: { sentence: quoted(sentence), place, stated, parts }, found: stated, beside });
  }
}

export const narrativeAgrees = defineCheck({
  id: 'narrative-agrees',
  severity: 'P1',
  scope: 'documents',
  messages: {
    score: ['sentence', 'place', 'stated', 'own', 'cell'],
    rate: ['sentence', 'place', 'stated', 'own', 'cell'],
    days: ['sentence', 'place', 'stated', 'days'],
    parts: ['sentence', 'place', 'stated', 'parts'],
    dimension: ['sentence', 'place', 'dimension'],
  },

  find(examined, report) {
    const { documents, form } = examined;
    const sentences = documents.narratives
      .filter((narrative) => isAbout(narrative, form, documents.projects))
      .flatMap((narrative) => narrative.texts.flatMap((text) => sentencesOf(narrative, text)));
    if (sentences.length === 0) return;
    for (const hold of [holdScore, holdRate, holdDimensions, holdFigures]) hold(sentences, examined, report);
  },
});
