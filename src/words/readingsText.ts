/** Ways to read a row, in words: "按正向 8.67，按反向 10", and what has to be confirmed. */
import type { Premise } from '../core/score/premises';
import type { ScoreReading } from '../core/score/scores';
import type { Catalogue } from './catalogue';
import { fill } from './fill';

/** One premise as a phrase. @throws Error when there are no words for it: that is a bug. */
export function premiseText({ about, choice, facts }: Premise, { premises }: Catalogue): string {
  const templates: Readonly<Record<string, string>> = premises;
  const template = templates[`${about}-${choice}`];
  if (template === undefined) throw new Error(`No words for the premise "${about}-${choice}"`);
  return fill(template, facts);
}

function scoreText({ computed, interval }: ScoreReading, { joining }: Catalogue): string {
  if (computed) return computed.toFixed();
  if (!interval) return joining.unknown;
  return fill(joining.limits, { low: interval.low.toFixed(), high: interval.high.toFixed() });
}

/** Readings one after the other, each with its premises and its score. */
export function readingsText(readings: readonly ScoreReading[], catalogue: Catalogue): string {
  const { joining } = catalogue;
  return readings
    .map((reading) =>
      fill(joining.reading, {
        premises: reading.premises.map((premise) => premiseText(premise, catalogue)).join(joining.within),
        score: scoreText(reading, catalogue),
      }).trim(),
    )
    .join(joining.between);
}

/** What a person has to confirm, so that one reading is left. */
export function askedText(readings: readonly ScoreReading[], { asked, joining }: Catalogue): string {
  const abouts = readings.flatMap(({ premises }) => premises.map(({ about }) => about));
  return [...new Set(abouts)].map((about) => asked[about]).join(joining.asked);
}
