/** Turns a Chinese rule text of a form into a rule; keeps word for word what was understood and what was not. */
import { remembered } from '../remembered';
import { fold, type Folded } from '../value/normalise';
import { unaccounted } from './account';
import { clauseOf } from './clauseOf';
import { scan } from './clauses/scan';
import type { CompileContext, CompiledClause, CompiledRule, PlacedAward, RuleProblem } from './compiledRule';
import { compose, type Contradiction } from './compose/compose';
import type { ProportionalRule, Rule } from './rule';
import { matchesOf, piecesLeft, piecesTaken, quoted, sentenceStart, sourceSpan, type Span } from './ruleText';
import { statementsOf, type Statement } from './statements';

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

/** Two rules for the same indicators: the halves of a proportion belong together; others do not join. */
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
const pointsWords = /满分|不得分|扣|得\d|[记计]分|权重分|分值|得分|\d分|[×*]|酌情|减半|加分|插值|比例/u;
const statesRule = /满分|不得分|扣.{0,6}分|[得记计]\d|[记计]分|权重分|×|[0-9]分|酌情|计算得分|得分计算|计算方式|得分=/u;

/** A statement with whether it is in the rule. */
interface Read {
  readonly statement: Statement;
  readonly isUsed: boolean;
}

interface SectionRead {
  readonly rule: Rule | null;
  readonly read: readonly Read[];
  readonly contradictions: readonly Contradiction[];
}

/** Composes a section and checks that every figure of its statements is in the rule. */
function readSection(statements: readonly Statement[], { isExecutionRate }: CompileContext): SectionRead {
  const { rule, contradictions, unused } = compose(statements, isExecutionRate);
  const contradicted = contradictions.flatMap((each) => each.statements);
  const lost = new Set([...unused, ...contradicted, ...unaccounted(statements, rule)]);
  const read = statements.map((statement) => ({ statement, isUsed: rule !== null && !lost.has(statement) }));
  return { rule, read, contradictions };
}

function problemOf({ kind, statements }: Contradiction, folded: Folded): RuleProblem {
  return {
    kind,
    spans: statements.map((statement) => sourceSpan(folded, statement)),
    texts: statements.map((statement) => quoted(folded, statement)),
  };
}

/** The fixed points that a statement gives; null for shares, steps, deductions and bonuses. */
function placedAward(statement: Statement, folded: Folded): PlacedAward | null {
  const { consequence, step } = statement;
  if (consequence?.kind !== 'award' || step) return null;
  const { high, verb } = consequence.award;
  if (high.kind !== 'points' || verb === 'deduct' || verb === 'add') return null;
  return { span: sourceSpan(folded, statement), text: quoted(folded, statement), points: high.points };
}

/** What a text gives; one for two sorts of indicators gives each row only a part of it. */
function awardsOf(rule: Rule | null, read: readonly Read[], folded: Folded): readonly PlacedAward[] {
  if (!rule || rule.kind === 'mixed' || rule.kind === 'reference') return [];
  return read.flatMap(({ statement, isUsed }) => (isUsed ? (placedAward(statement, folded) ?? []) : []));
}

function mixedOf(sections: readonly Section[], reads: readonly SectionRead[]): Rule | null {
  const rules: Record<Subject, Rule | null> = { any: null, quantitative: null, qualitative: null };
  let isSplit = false;
  for (const [index, { subject }] of sections.entries()) {
    const rule = reads[index]?.rule;
    if (!rule) continue;
    rules[subject] = joined(rules[subject], rule);
    isSplit ||= subject !== 'any';
  }
  const quantitative = rules.quantitative ?? rules.any;
  return isSplit ? { kind: 'mixed', quantitative, qualitative: rules.qualitative } : rules.any;
}

const tooLong = (text: string): CompiledRule => ({
  text,
  rule: null,
  clauses: [{ span: { from: 0, to: text.length }, text, kind: 'unread', isRead: false, moves: 'either' }],
  understood: [],
  notUnderstood: [text],
  extent: 'not',
  isDoubtful: true,
  awards: [],
  problems: [],
});

/**
 * Compiles one rule text: phrases → statements → a rule, and every statement accounted for.
 *
 * @param text the cell's text, possibly of several sentences and lines.
 * @returns the rule as far as it was understood; nothing is guessed.
 */
export function compileRule(
  text: string,
  { isExecutionRate }: CompileContext = { isExecutionRate: false },
): CompiledRule {
  if (text.length > longestText) return tooLong(text);
  return isExecutionRate ? compiledForRate(text) : compiledForAny(text);
}

const bounds = { least: 512, longest: longestText };
const compiledForAny = remembered((text) => compiled(text, { isExecutionRate: false }), bounds);
const compiledForRate = remembered((text) => compiled(text, { isExecutionRate: true }), bounds);

function compiled(text: string, context: CompileContext): CompiledRule {
  const folded = fold(text);
  const statements = statementsOf(folded.text, scan(folded.text));
  const sections = sectionsOf(folded.text);
  const reads = sections.map(({ from, to }) =>
    readSection(
      statements.filter((statement) => statement.from >= from && statement.from < to),
      context,
    ),
  );
  const rule = mixedOf(sections, reads);
  const dropped = droppedBy(rule, reads);
  const accounted = reads.flatMap(({ read }) =>
    read.map(({ statement, isUsed }) => ({ statement, isUsed: isUsed && !dropped.has(statement) })),
  );
  const clauses = accounted.map(({ statement, isUsed }): CompiledClause => {
    const words = quoted(folded, statement);
    return {
      span: sourceSpan(folded, statement),
      text: words,
      ...clauseOf(statement, isUsed, pointsWords.test(fold(words).text)),
    };
  });
  const problems = reads.flatMap(({ contradictions }) => contradictions.map((each) => problemOf(each, folded)));
  const statementsRead = accounted.map(({ statement }) => statement);
  const found = verdict(text, folded, rule, statementsRead, clauses, problems);
  return { ...found, awards: awardsOf(rule, accounted, folded) };
}

/** The statements of sections whose rule did not join the whole. */
function droppedBy(rule: Rule | null, reads: readonly SectionRead[]): ReadonlySet<Statement> {
  const lost = reads.flatMap(({ read }) =>
    unaccounted(
      read.map(({ statement }) => statement),
      rule,
    ),
  );
  return new Set(lost);
}

function verdict(
  text: string,
  folded: Folded,
  rule: Rule | null,
  statements: readonly Statement[],
  clauses: readonly CompiledClause[],
  problems: readonly RuleProblem[],
): Omit<CompiledRule, 'awards'> {
  const spans = statements.filter((_, index) => clauses[index]?.isRead);
  const unread = statements.filter((_, index) => !clauses[index]?.isRead && clauses[index]?.kind === 'unread');
  const notUnderstood = piecesLeft(folded, spans, unread);
  const isRule = statesRule.test(folded.text);
  const isWhole = notUnderstood.length === 0;
  const isDoubtful = problems.length > 0 || clauses.some(({ isRead, moves }) => !isRead && moves !== 'none');
  return {
    text,
    rule,
    clauses,
    understood: rule ? piecesTaken(folded, spans) : [],
    notUnderstood: rule || isRule ? notUnderstood : [],
    extent: rule ? (isWhole ? 'wholly' : 'partly') : isRule && !isWhole ? 'not' : 'no-rule',
    isDoubtful,
    problems,
  };
}
