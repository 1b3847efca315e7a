/** Which rules may govern an indicator, in order: the form's own cell, its notes, the profile. */
import { plain } from '../exact';
import { type FormDecisions, nothingDecided } from '../decisions/formDecisions';
import type { Form, Indicator } from '../form/form';
import { awardAboveWeight } from '../rubric/awardsAboveWeight';
import type { CompiledRule, PlacedAward } from '../rubric/compiledRule';
import { compileRule } from '../rubric/compileRule';
import type { Rubric, StatedRule } from '../rubric/rubric';
import type { Rule } from '../rubric/rule';
import type { Cell } from '../sheet/sheetView';
import { fold } from '../value/normalise';
import { applyRule, type Terms } from './applyRule';
import { doubtsBeyond, type ExcessClause, excessClausesOf, isBeyond } from './excessClauses';
import { type NoteItems, noteItemsOf } from './noteItems';
import { bearingOf, isGeneral } from './noteRules';
import { anything, open, type RuleOutcome, unsaid } from './outcome';
import { assumed, decided, regulated, stated, type Premise } from './premises';
import { bothTexts } from './rules/facts';
import type { GoverningRule } from './scores';
import type { Situation } from './situation';

/** A rule that may govern, with where it stands. */
export interface Candidate {
  readonly rule: Rule;
  readonly governing: GoverningRule;
  readonly terms: Terms;
  /** Pieces of the form's own text that may change the score and were not understood. */
  readonly doubts: readonly string[];
  /** What the row's own text gives in points, with the places. */
  readonly awards: readonly PlacedAward[];
  /** Whether it is the row's own text: no other rule stands in where it is silent. */
  readonly isOwn: boolean;
  /** What the text says of going far beyond the target, a number of points left to a person; it outranks the rest of it. */
  readonly excess: readonly ExcessClause[];
  /** Whether it only says that a missed target costs points. */
  readonly isIfMissed: boolean;
}

/** An outcome with the rule that gave it. */
export interface Ruled {
  readonly outcome: RuleOutcome;
  readonly governing: GoverningRule;
}

/** A rule text of the form, compiled. */
export interface FormRule {
  readonly cell: Cell;
  readonly compiled: CompiledRule;
  /** What the reviewer wrote that the text means; then `compiled` is of that. */
  readonly means: string | null;
}

/** The rule texts of a form: each row's own and the notes that state rules. */
export interface FormRules {
  /** The row's own rule; a reference is already replaced by the rule that it means. */
  of(indicator: Indicator): FormRule | null;
  readonly notes: readonly FormRule[];
  /** What notes say of the execution rate. */
  readonly executionNotes: readonly FormRule[];
}

const termsOf = ({ qualitative: { equalWords } }: Rubric): Terms => ({ equalWords });

function profileCandidate({ rule, text, clause }: StatedRule, rubric: Rubric): Candidate {
  const document = `${rubric.source.document} ${clause}`.trim();
  return {
    rule,
    governing: { source: 'profile', text, cell: null, document, notUnderstood: [] },
    terms: termsOf(rubric),
    doubts: [],
    awards: [],
    isOwn: false,
    excess: [],
    isIfMissed: false,
  };
}

function qualitativeOf({ qualitative, tiers }: Rubric): StatedRule {
  const { text, clause, levels } = qualitative;
  return { text, clause, rule: levels ? { kind: 'levels', levels } : { kind: 'tiers', tiers } };
}

function formCandidate({ cell, compiled, means }: FormRule, rule: Rule, terms: Terms, isOwn: boolean): Candidate {
  const { awards, isDoubtful } = compiled;
  const excess = excessClausesOf(compiled);
  const notUnderstood = doubtsBeyond(compiled.notUnderstood, excess);
  const governing = { source: 'form', text: cell.text, cell: cell.ref, document: null, notUnderstood } as const;
  return {
    rule,
    governing: means === null ? governing : { ...governing, means },
    terms,
    doubts: isDoubtful ? notUnderstood : [],
    // A note is about many rows of many weights.
    awards: isOwn ? awards : [],
    isOwn,
    excess,
    isIfMissed: false,
  };
}

type Read = Pick<FormRule, 'compiled' | 'means'>;

/**
 * Reads all rule texts of a form, each text once: many rows say the same. A text for which the reviewer wrote what it
 * means is read by that.
 */
export function formRulesOf(form: Form, decisions: FormDecisions = nothingDecided): FormRules {
  const known = { ordinary: new Map<string, Read>(), executionRate: new Map<string, Read>() };
  const readAnew = (text: string, isExecutionRate: boolean): Read => {
    const means = decisions.ruleFor(text);
    const meant = means === null ? null : compileRule(means, { isExecutionRate });
    // A sentence that is not understood itself explains nothing.
    if (meant?.extent === 'wholly' && !meant.isDoubtful) return { compiled: meant, means };
    return { compiled: compileRule(text, { isExecutionRate }), means: null };
  };
  const readOf = ({ text }: Cell, isExecutionRate: boolean): Read => {
    const texts = isExecutionRate ? known.executionRate : known.ordinary;
    const read = texts.get(text) ?? readAnew(text, isExecutionRate);
    texts.set(text, read);
    return read;
  };
  const ownOf = ({ rule, isExecutionRate }: Indicator): FormRule | null =>
    rule && rule.text.trim() !== '' ? { cell: rule, ...readOf(rule, isExecutionRate) } : null;

  /** The rule of the indicators that a reference names; a reference to a reference leads nowhere. */
  const namedBy = (to: string): FormRule | null => {
    const heading = fold(to).text.replace(/指标$/u, '');
    const named = form.indicators.filter((indicator) =>
      [indicator.level1, indicator.level2, indicator.name].some((label) => label?.text.includes(heading)),
    );
    for (const indicator of named) {
      const own = ownOf(indicator);
      if (own && own.compiled.rule && own.compiled.rule.kind !== 'reference') return own;
    }
    return null;
  };

  // What the reviewer explained is explained as a whole.
  const itemsIn = (text: string): NoteItems =>
    decisions.ruleFor(text) === null ? noteItemsOf(text) : { execution: [], rest: text };
  const notes = form.notes.map((cell) => ({ cell, items: itemsIn(cell.text) }));

  const referredBy = new Map<string, FormRule | null>();
  const referred = (to: string): FormRule | null => {
    const rule = referredBy.has(to) ? (referredBy.get(to) ?? null) : namedBy(to);
    referredBy.set(to, rule);
    return rule;
  };

  /** The rule of each row that says 同上: that of the nearest row above with one of its own. */
  const rulesAbove = (): ReadonlyMap<Indicator, FormRule | null> => {
    const nearest = new Map<Indicator, FormRule | null>();
    let latest: FormRule | null = null;
    for (const indicator of form.indicators) {
      nearest.set(indicator, latest);
      const own = ownOf(indicator);
      if (own?.compiled.rule && own.compiled.rule.kind !== 'reference') latest = own;
    }
    return nearest;
  };
  let above: ReturnType<typeof rulesAbove> | null = null;

  return {
    of(indicator) {
      const own = ownOf(indicator);
      const rule = own?.compiled.rule;
      if (rule?.kind !== 'reference') return own;
      if (rule.to !== '上') return referred(rule.to) ?? own;
      above ??= rulesAbove();
      return above.get(indicator) ?? own;
    },
    notes: notes
      .map(({ cell, items }) => ({ cell, ...readAnew(items.rest, false) }))
      .filter(({ compiled }) => compiled.rule !== null || excessClausesOf(compiled).length > 0),
    executionNotes: notes.flatMap(({ cell, items }) =>
      items.execution.map((text) => ({ cell, ...readAnew(text, true) })),
    ),
  };
}

function ownCandidates(own: FormRule | null): readonly Candidate[] {
  if (!own) return [];
  const { rule, extent, isDoubtful } = own.compiled;
  if (rule && rule.kind !== 'reference') return [formCandidate(own, rule, { equalWords: 'full' }, true)];
  // It gives points by a rule that nobody but a person understands: the profile must not stand in for it.
  if (extent === 'no-rule' && !isDoubtful) return [];
  return [formCandidate(own, { kind: 'judgement' }, { equalWords: 'full' }, true)];
}

function isAbout(rule: Rule, kind: 'execution' | 'general'): boolean {
  if (kind === 'general') return isGeneral(rule);
  return (rule.kind === 'value' || rule.kind === 'bands') && rule.of === 'execution-rate';
}

/** Says nothing of any row. */
const silentRule: Rule = { kind: 'mixed', quantitative: null, qualitative: null };

function noteCandidates(rules: FormRules, kind: 'execution' | 'general', rubric: Rubric): readonly Candidate[] {
  const terms = termsOf(rubric);
  return rules.notes.flatMap((note) => {
    const { rule } = note.compiled;
    if (rule && isAbout(rule, kind)) return [formCandidate(note, rule, terms, false)];
    // Of a note that is no rule for all indicators, what it says of going beyond a target is one all the same.
    const isExcessOnly = kind === 'general' && excessClausesOf(note.compiled).length > 0;
    return isExcessOnly ? [formCandidate(note, silentRule, terms, false)] : [];
  });
}

/** Notes on a sort of indicators, or on what a missed target costs: where they speak of points no profile stands in for them. */
function particularCandidates(indicator: Indicator, rules: FormRules, rubric: Rubric): readonly Candidate[] {
  const terms = termsOf(rubric);
  return rules.notes.flatMap((note) => {
    const { rule } = note.compiled;
    if (!rule || isAbout(rule, 'general') || isAbout(rule, 'execution')) return [];
    const bearing = bearingOf(note, indicator);
    if (bearing === 'none') return [];
    if (bearing === 'governs') return [formCandidate(note, rule, terms, false)];
    return [{ ...formCandidate(note, { kind: 'judgement' }, terms, false), isIfMissed: true }];
  });
}

function isSatisfaction({ level1, level2, name }: Indicator): boolean {
  return [level1, level2, name].some((label) => label?.text.includes('满意度'));
}

/** The candidates for one indicator, the strongest first. */
export function candidatesFor(indicator: Indicator, rules: FormRules, rubric: Rubric): readonly Candidate[] {
  const own = ownCandidates(rules.of(indicator));
  if (indicator.isExecutionRate) return [...own, ...executionCandidates(rules, rubric)];
  const satisfaction = rubric.satisfaction && isSatisfaction(indicator) ? [rubric.satisfaction] : [];
  return [
    ...own,
    ...particularCandidates(indicator, rules, rubric),
    ...noteCandidates(rules, 'general', rubric),
    ...[...satisfaction, rubric.quantitative, qualitativeOf(rubric)].map((stated) => profileCandidate(stated, rubric)),
  ];
}

/** The candidates for the execution rate of the budget block. */
export function executionCandidates(rules: FormRules, rubric: Rubric): readonly Candidate[] {
  const terms = termsOf(rubric);
  return [
    // A note on the rate that nobody understands leaves it open.
    ...rules.executionNotes.map((note) =>
      formCandidate(note, note.compiled.rule ?? { kind: 'judgement' }, terms, false),
    ),
    ...noteCandidates(rules, 'execution', rubric),
    profileCandidate(rubric.execution, rubric),
  ];
}

/** A text that says more than was understood leaves everything open that the weight allows. */
function withDoubts(outcome: RuleOutcome, { doubts }: Candidate, { weight }: Situation): RuleOutcome {
  if (doubts.length === 0 || outcome.kind === 'unsaid') return outcome;
  const pieces = doubts.join('；');
  if (outcome.kind === 'open') {
    return open(outcome.because, anything(weight), 'clause-open', { pieces, weight: plain(weight) });
  }
  const understood = { pieces, score: plain(outcome.score), weight: plain(weight) };
  return open('rule-needs-person', anything(weight), 'half-understood', understood);
}

/** What a candidate gives; nothing is settled by a text that gives more than the row weighs. */
function outcomeOf(candidate: Candidate, situation: Situation): RuleOutcome {
  const { comparison, weight } = situation;
  if (candidate.isIfMissed && comparison.kind !== 'missed') return unsaid;
  const above = awardAboveWeight(candidate, weight);
  if (!above) return withDoubts(applyRule(candidate.rule, situation, candidate.terms), candidate, situation);
  const facts = { clause: above.text, weight: plain(weight) };
  return open('rule-needs-person', anything(weight), 'award-above-weight', facts);
}

/** Where the text takes points for going as far beyond the target as the row did, how many is for a person. */
function beyondTarget({ excess, governing }: Candidate, situation: Situation): Ruled | null {
  const clause = excess.find((each) => isBeyond(situation, each));
  if (!clause) return null;
  const { weight } = situation;
  const facts = { clause: clause.text, weight: plain(weight) };
  const outcome = open('rule-needs-person', anything(weight), 'excess-open', facts);
  return { outcome, governing: { ...governing, notUnderstood: [clause.text] } };
}

/** What a score rests on as far as its rule goes: the form's own text with what was not understood of it, or a profile. */
export function rulePremises(
  { cell, document, means, notUnderstood, source }: GoverningRule,
  { title }: Rubric,
): readonly Premise[] {
  if (means !== undefined) return [decided('rule', 'decided', { means })];
  if (source === 'form' && cell) {
    return [stated('rule', 'own', cell), ...notUnderstood.map((piece) => assumed('clause', 'open', { piece }))];
  }
  return [regulated('profile', 'by', document ?? '', { title })];
}

/**
 * The first candidate that speaks of the case governs. A row's own text that is silent about the case is not replaced by
 * another rule: it leaves the score to a person.
 */
export function govern(candidates: readonly Candidate[], situation: Situation): Ruled {
  let last: GoverningRule | null = null;
  for (const candidate of candidates) {
    const beyond = beyondTarget(candidate, situation);
    if (beyond) return beyond;
    const outcome = outcomeOf(candidate, situation);
    if (outcome.kind !== 'unsaid') return { outcome, governing: candidate.governing };
    if (candidate.isOwn) {
      const silent = open('rule-needs-person', anything(situation.weight), 'own-rule-silent', bothTexts(situation));
      return { outcome: silent, governing: candidate.governing };
    }
    last ??= candidate.governing;
  }
  if (!last) throw new Error('A rubric must have at least one rule for every indicator');
  const facts = { weight: plain(situation.weight) };
  return { outcome: open('rule-needs-person', anything(situation.weight), 'no-rule-applies', facts), governing: last };
}
