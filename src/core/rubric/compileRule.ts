/** Turns a Chinese rule text of a form into a rule; keeps word for word what was understood and what was not. */
import { fold } from '../value/normalise';
import type { CompileContext, CompiledRule } from './compiledRule';
import { readAllOrNothing } from './idioms/allOrNothing';
import { readBands } from './idioms/bands';
import { readBracketed, readEach, readEnumerated, readShares } from './idioms/items';
import { readAdjustment, readDiscretion, readReference } from './idioms/judgement';
import { readLevels } from './idioms/levels';
import { readParts } from './idioms/parts';
import { metSpans, readProportional } from './idioms/proportional';
import { readSaving } from './idioms/saving';
import { readSteps } from './idioms/steps';
import { readTiers } from './idioms/tiers';
import { readValue } from './idioms/value';
import type { ProportionalRule, Rule } from './rule';
import {
  matchesOf,
  piecesLeft,
  piecesTaken,
  sentenceStart,
  wholeSentence,
  type Idiom,
  type ReadIdiom,
  type Span,
} from './ruleText';

/** In this order: an idiom that says more comes before one that would see only a part of it. */
const idioms: readonly ReadIdiom[] = [
  readReference,
  readSaving,
  readParts,
  readTiers,
  readBands,
  readAdjustment,
  readSteps,
  readShares,
  readEach,
  readEnumerated,
  readBracketed,
  readValue,
  readProportional,
  readLevels,
  readDiscretion,
  readAllOrNothing,
];

/** Sentences that speak of weights, caps and forms, and change no score. */
const asides =
  /(?:自主分配各?(?:项)?指标分值|自行设定[^。;\n]{0,20}分值|分值统一设置为|权重可做?适当调整|加总后应等于|合计应?为?100分|得分最高不得?超过|最高不超过|不得超过(?:该|本)?指标分值|评价得分说明|说明全年实际值|得分一档最高|各级指标得分|超过100%的?,?按(?:满分|100%)计)/u;

const bareAside = /(?:扣完为止|直至扣完|最低(?:为|得)?0分)/u;

function readSection(text: string, { isExecutionRate }: CompileContext): Idiom | null {
  for (const read of idioms) {
    const idiom = read(text, isExecutionRate);
    if (idiom) return idiom;
  }
  // Full marks for a met target, and not a word about the rest.
  const met = metSpans(text);
  if (met.length === 0) return null;
  return {
    rule: { kind: 'all-or-nothing', condition: text, threshold: null, otherwise: null, vetoes: [] },
    spans: met,
  };
}

/** "1.若为定性指标" says which indicators a sentence is about. */
const subjectHead = /(?:若|如|对于|对)?为?(?:定性|定量)(?:绩效)?指标/u;

const turningPoint = /(定性|定量)(?:绩效)?指标/u;

type Subject = 'any' | 'quantitative' | 'qualitative';

interface Section extends Span {
  readonly subject: Subject;
}

/** Cuts a text where it turns to quantitative or qualitative indicators. */
function sectionsOf(text: string): readonly Section[] {
  const marks = matchesOf(text, turningPoint).map(({ from, groups }) => ({
    from: sentenceStart(text, from),
    subject: groups[1] === '定性' ? ('qualitative' as const) : ('quantitative' as const),
  }));
  const starts = marks.filter(({ from }, index) => from !== marks[index - 1]?.from);
  const sections: Section[] = starts.map(({ from, subject }, index) => ({
    from,
    to: starts[index + 1]?.from ?? text.length,
    subject,
  }));
  const first = sections[0]?.from ?? text.length;
  return first > 0 ? [{ from: 0, to: first, subject: 'any' }, ...sections] : sections;
}

/** Two rules for the same indicators: the halves of a proportion belong together, otherwise the first stands. */
function joined(left: Rule | null, right: Rule | null): Rule | null {
  if (left?.kind !== 'proportional' || right?.kind !== 'proportional') return left ?? right;
  const both: ProportionalRule = {
    kind: 'proportional',
    positive: left.positive ?? right.positive,
    reverse: left.reverse ?? right.reverse,
    floor: left.floor ?? right.floor,
  };
  return both;
}

/** Longer texts are no rules of one indicator; reading them would only take time. */
const longestText = 2000;

/** Words by which a piece that was not understood may give or take points. */
const pointsWords = /满分|不得分|扣|得\d|[记计]分|权重分|分值|得分|\d分|[×*]|酌情|减半|加分/u;
const statesRule = /满分|不得分|扣.{0,6}分|[得记计]\d|[记计]分|权重分|×|[0-9]分|酌情|计算得分|得分计算|计算方式|得分=/u;

/**
 * Compiles one rule text.
 *
 * @param text the cell's text, possibly of several sentences and lines.
 * @returns the rule as far as it was understood; nothing is guessed.
 */
export function compileRule(text: string, context: CompileContext = { isExecutionRate: false }): CompiledRule {
  if (text.length > longestText) {
    return { text, rule: null, understood: [], notUnderstood: [text], extent: 'not', isDoubtful: true };
  }
  const folded = fold(text);
  const spans: Span[] = [
    ...matchesOf(folded.text, asides).map((span) => wholeSentence(folded.text, span)),
    ...[bareAside, subjectHead].flatMap((pattern) => matchesOf(folded.text, pattern)),
  ];
  const rules: Record<Subject, Rule | null> = { any: null, quantitative: null, qualitative: null };
  let isSplit = false;
  for (const { from, to, subject } of sectionsOf(folded.text)) {
    const idiom = readSection(folded.text.slice(from, to), context);
    if (!idiom) continue;
    rules[subject] = joined(rules[subject], idiom.rule);
    isSplit ||= subject !== 'any';
    spans.push(...idiom.spans.map((span) => ({ from: span.from + from, to: span.to + from })));
  }
  const quantitative = rules.quantitative ?? rules.any;
  const rule: Rule | null = isSplit ? { kind: 'mixed', quantitative, qualitative: rules.qualitative } : rules.any;
  const notUnderstood = piecesLeft(folded, spans);
  const isRule = statesRule.test(folded.text);
  const isWhole = notUnderstood.length === 0;
  const extent = rule ? (isWhole ? 'wholly' : 'partly') : isRule && !isWhole ? 'not' : 'no-rule';
  return {
    text,
    rule,
    understood: rule ? piecesTaken(folded, spans) : [],
    notUnderstood: rule || isRule ? notUnderstood : [],
    extent,
    isDoubtful: notUnderstood.some((piece) => pointsWords.test(fold(piece).text)),
  };
}
