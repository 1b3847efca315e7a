/** Reads a text into phrases, one after another; every sign of the text belongs to exactly one of them. */
import { readAward } from './award';
import { readBasis } from './basis';
import { readCap } from './cap';
import { readCount, readCounted } from './counted';
import { readDeadline } from './date';
import { readDefinition, readFormula } from './formula';
import { readJudgement } from './judgement';
import { readBareLimit, readLimit } from './limit';
import type { Phrase, ReadPhrase } from './phrase';
import { readPartSteps } from './partSteps';
import { readProportion } from './proportion';
import { readReference } from './reference';
import { readStep } from './step';
import { readSubject } from './subject';
import { readTiers } from './tiers';
import {
  readAside,
  readEnumeratorPhrase,
  readException,
  readLeftFigure,
  readMark,
  readNamed,
  readOtherwise,
  readUnknownStep,
} from './words';

/** In this order: a reader that says more of the same signs comes before one that would take a part of them. */
const readers: readonly ReadPhrase[] = [
  readReference,
  readAside,
  readEnumeratorPhrase,
  readDefinition,
  readTiers,
  readBasis,
  readCounted,
  readCount,
  readSubject,
  readNamed,
  readFormula,
  readCap,
  readPartSteps,
  readException,
  readJudgement,
  readProportion,
  readStep,
  readUnknownStep,
  readDeadline,
  readLimit,
  readOtherwise,
  readAward,
  readMark,
  readBareLimit,
  readLeftFigure,
];

/** The phrases of a text in one typography, in order and without a gap. */
export function scan(text: string): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let words = 0;
  let at = 0;
  const flush = (): void => {
    if (words < at) phrases.push({ from: words, to: at, is: { kind: 'words' } });
  };
  while (at < text.length) {
    const before = words < at ? null : (phrases.at(-1) ?? null);
    const found = readAt(text, at, before);
    if (found) {
      flush();
      phrases.push({ from: at, ...found });
      at = found.to;
      words = at;
    } else at += 1;
  }
  flush();
  return phrases;
}

function readAt(text: string, at: number, before: Phrase | null): ReturnType<ReadPhrase> {
  for (const read of readers) {
    const found = read(text, at, before);
    // A reader that found nothing but its optional words found nothing.
    if (found && found.to > at) return found;
  }
  return null;
}
