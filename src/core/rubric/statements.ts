/** Phrases put together into statements: what is asked for, and what it gives or takes. */
import type { Award } from './rule';
import type { AwardPhrase, Content, ContentOf, LimitPhrase, Phrase, StepPhrase } from './clauses/phrase';
import type { Span } from './ruleText';
import type { PartialDate } from '../value/value';

/** A limit with the words before it, which name what is measured. */
export interface NamedLimit {
  readonly limit: LimitPhrase;
  readonly name: string;
}

/** What a statement gives or takes. */
type Consequence =
  | { readonly kind: 'award'; readonly award: AwardPhrase }
  | { readonly kind: 'formula'; readonly formula: ContentOf<'formula'> }
  | { readonly kind: 'proportion'; readonly by: ContentOf<'proportion'>['by'] }
  | { readonly kind: 'judgement' };

/** One statement of a text. */
export interface Statement extends Span {
  /** ①, 1; the statements that follow it up to the next one belong to it. */
  readonly enumerator: string | null;
  /** Words before a colon: 半年进度. */
  readonly heading: string;
  /** Groups of limits: all of a group must hold, any group will do. */
  readonly limits: readonly (readonly NamedLimit[])[];
  /** The words that are left: 按时完成, 较齐全; commas as written. */
  readonly words: string;
  readonly date: PartialDate | null;
  readonly isOtherwise: boolean;
  readonly step: StepPhrase | null;
  /** Words between a step and what it costs. */
  readonly stepWords: string;
  readonly consequence: Consequence | null;
  /** Statements of a kind of their own: caps, tiers, references, counts. */
  readonly own: (Span & { readonly is: OwnContent }) | null;
  /** Whether the statement only says what is asked for: 每月巡查不少于2次. */
  readonly isRequirement: boolean;
  /** Whether it is the first after a ①. */
  readonly isFirst: boolean;
  /** Whether it is one of a list, ①…②…, with nothing of its own that it gives. */
  readonly isListed: boolean;
  /** null: every figure and exception in it was taken; else why not. */
  readonly unread: 'exception' | 'figure' | 'no-consequence' | null;
}

interface Draft {
  from: number;
  to: number;
  limits: NamedLimit[][];
  words: string;
  date: PartialDate | null;
  isOtherwise: boolean;
  step: StepPhrase | null;
  stepWords: string;
  unread: Statement['unread'];
  isRequirement: boolean;
  isEmpty: boolean;
}

/** Words that carry no meaning of their own in a rule. */
const filler =
  /^(?:若|如|则|其中|以上|以下|说明|注|如下|具体如下|即|且|并|同时|此项|本项|该项|的|者|时|分|来|情况|评分标准|评分细则|计分方法|计算|实际|(?:进行)?(?:评分|打分|赋分|记分|计分|得分)|[()、:.])*$/u;

const ownKinds = [
  'cap',
  'tiers',
  'reference',
  'counted',
  'count',
  'basis',
  'part-steps',
  'definition',
  'aside',
  'subject',
] as const;

/** Kinds of phrases that are a statement by themselves. */
export type OwnKind = (typeof ownKinds)[number];
type OwnContent = ContentOf<OwnKind>;

const own: ReadonlySet<string> = new Set(ownKinds);
const isOwn = (is: Content): is is OwnContent => own.has(is.kind);

class Builder {
  readonly statements: Statement[] = [];
  private enumerator: string | null = null;
  private heading = '';
  private draft: Draft | null = null;
  private isOr = false;
  /** Whether nothing was said yet since the last ①. */
  private isFresh = false;
  /** The rest of a sentence that names the tiers of quality only says how they are used. */
  private isAbsorbing = false;

  constructor(private readonly text: string) {}

  read(phrase: Phrase): void {
    const { is, from } = phrase;
    if (isOwn(is)) {
      this.takeOwn(is, phrase);
      return;
    }
    switch (is.kind) {
      case 'stop':
        this.end();
        return;
      case 'enumerator':
        this.end();
        this.enumerator = is.sign;
        this.isFresh = is.sign >= '①';
        return;
      case 'colon':
        this.takeColon();
        return;
      case 'comma':
        if (this.draft && this.draft.words !== '' && !this.draft.words.endsWith(','))
          this.draft.words += this.text.charAt(from);
        return;
      case 'open':
      case 'close':
      case 'and':
        return;
      case 'or':
        this.isOr = true;
        return;
      case 'words':
        this.takeWords(phrase);
        return;
      case 'limit':
        this.takeLimit(is, phrase);
        return;
      case 'date':
        this.at(phrase).date = is.by;
        return;
      case 'otherwise':
        this.at(phrase).isOtherwise = true;
        return;
      case 'exception':
      case 'figure':
        this.at(phrase).unread = is.kind;
        return;
      case 'step':
        this.takeStep(is, phrase);
        return;
      case 'award':
        this.takeAward(is, phrase);
        return;
      case 'formula':
        this.take({ kind: 'formula', formula: is }, phrase);
        return;
      case 'proportion':
        this.take({ kind: 'proportion', by: is.by }, phrase);
        return;
      case 'judgement':
        this.take({ kind: 'judgement' }, phrase);
        return;
    }
  }

  /** Ends a sentence: what has no consequence stays without one. */
  end(): void {
    const { draft } = this;
    this.isOr = false;
    this.isAbsorbing = false;
    if (!draft) return;
    const hasFigure = draft.limits.length > 0 || draft.date !== null || draft.step !== null;
    if (!hasFigure && draft.unread === null && filler.test(draft.words) && !draft.isOtherwise) {
      this.draft = null;
      return;
    }
    if (hasFigure && !draft.isRequirement) draft.unread ??= 'no-consequence';
    this.emit(null);
  }

  private at({ from, to }: Span): Draft {
    this.draft ??= {
      from,
      to,
      limits: [],
      words: '',
      date: null,
      isOtherwise: false,
      step: null,
      stepWords: '',
      unread: null,
      isRequirement: false,
      isEmpty: true,
    };
    this.draft.to = to;
    return this.draft;
  }

  private takeOwn(is: OwnContent, { from, to }: Span): void {
    // A cap within a sentence does not part the condition from its consequence.
    const { draft } = this;
    const isTiers = is.kind === 'tiers';
    const isLabel = draft !== null && draft.limits.length === 0 && !draft.date && !draft.step && draft.unread === null;
    // The words before the tiers name them.
    this.statements.push({ ...this.blank(isTiers && isLabel ? draft.from : from, to), own: { from, to, is } });
    if (draft && (draft.words === '' || isTiers) && isLabel) this.draft = null;
    this.isAbsorbing = isTiers;
  }

  private takeColon(): void {
    const { draft } = this;
    if (!draft) return;
    const isOnlyWords = draft.limits.length === 0 && !draft.step && draft.unread === null && !draft.date;
    if (!isOnlyWords) return;
    this.heading = draft.words;
    this.draft = null;
  }

  private takeWords(phrase: Phrase): void {
    if (this.isAbsorbing) return;
    const words = this.text.slice(phrase.from, phrase.to);
    const draft = this.at(phrase);
    if (draft.step) draft.stepWords += words;
    else draft.words += words;
  }

  private takeLimit(limit: LimitPhrase, phrase: Phrase): void {
    const draft = this.at(phrase);
    if (draft.step) {
      // 每月巡查不少于2次: a requirement for each month, not a step.
      const isPeriod = draft.step.verb === '' && /[月年周天日季]/u.test(draft.step.unit);
      if (isPeriod) {
        draft.isRequirement = true;
        draft.step = null;
      } else draft.unread = 'figure';
    }
    const name = limit.name === '' ? lastOf(draft.words) : limit.name;
    draft.words = draft.words.slice(0, draft.words.length - lastOf(draft.words).length);
    const group = draft.limits.at(-1);
    if (group && !this.isOr) group.push({ limit, name: name === '' ? (group[0]?.name ?? '') : name });
    else draft.limits.push([{ limit, name: name === '' ? (group?.[0]?.name ?? '') : name }]);
    this.isOr = false;
  }

  private takeStep(step: StepPhrase, phrase: Phrase): void {
    const { draft } = this;
    if (draft?.isRequirement) this.emit(null);
    const next = this.at(phrase);
    // Two steps before one consequence: the first was no step.
    if (next.step) next.unread = 'figure';
    next.step = step;
  }

  private takeAward(award: AwardPhrase, phrase: Phrase): void {
    const { draft } = this;
    const isBare =
      !draft || (draft.words === '' && draft.limits.length === 0 && !draft.step && !draft.isOtherwise && !draft.date);
    if (isBare && award.verb === null && this.enumerator === null) this.at(phrase).unread = 'figure';
    this.take({ kind: 'award', award }, phrase);
  }

  private take(consequence: Consequence, phrase: Phrase): void {
    const draft = this.at(phrase);
    // 每季度检查1次得1分: what is asked for each time is no step that a reader knows.
    if (draft.isRequirement) draft.unread ??= 'figure';
    this.emit(consequence);
  }

  private blank(from: number, to: number): Statement {
    return {
      from,
      to,
      enumerator: this.enumerator,
      heading: this.heading,
      limits: [],
      words: '',
      date: null,
      isOtherwise: false,
      step: null,
      stepWords: '',
      consequence: null,
      own: null,
      isRequirement: false,
      isFirst: false,
      isListed: false,
      unread: null,
    };
  }

  private emit(consequence: Consequence | null): void {
    const { draft } = this;
    if (!draft) return;
    const { limits, words, date, isOtherwise, step, stepWords, unread, isRequirement } = draft;
    const statement: Statement = {
      ...this.blank(draft.from, draft.to),
      limits,
      words: trimmed(words),
      date,
      isOtherwise,
      step,
      stepWords,
      consequence,
      isRequirement: isRequirement && consequence === null,
      isFirst: this.isFresh,
      isListed: this.isFresh && consequence === null,
      unread: unread ?? (mixesUnits(limits) ? 'figure' : null),
    };
    this.statements.push(statement);
    this.draft = null;
    this.isOr = false;
    this.isFresh = false;
  }
}

/** The words after the last comma. */
function lastOf(words: string): string {
  return words.slice(Math.max(words.lastIndexOf(','), words.lastIndexOf('、')) + 1);
}

/** Words without the small ones around them. */
export function trimmed(words: string): string {
  return words
    .replace(/^[,、]+/u, '')
    .replace(/(?<![,、的时者])[,、的时者]+$/u, '')
    .replace(/^(?:若|如|则|对)(?!期)/u, '');
}

/** 对100个村抽查合格率≥90%: a number that the limits do not use. */
function mixesUnits(limits: readonly (readonly NamedLimit[])[]): boolean {
  const all = limits.flat().map(({ limit }) => limit);
  return all.length > 1 && new Set(all.map(({ unit }) => (unit === '' ? '%' : unit))).size > 1;
}

/**
 * ①按规定时限（不少于10天）公示: the numbers of a listed thing are what it asks for, which a person weighs as a whole. In
 * a list whose things give points of their own, one that gives none is not read.
 */
function withLists(statements: readonly Statement[]): readonly Statement[] {
  const isPaid = statements.some(({ isFirst, consequence }) => isFirst && consequence !== null);
  if (isPaid) return statements;
  return statements.map((statement) =>
    statement.isListed ? { ...statement, isRequirement: true, unread: null } : statement,
  );
}

/** All statements of a text; every phrase belongs to one. */
export function statementsOf(text: string, phrases: readonly Phrase[]): readonly Statement[] {
  const builder = new Builder(text);
  for (const [index, phrase] of phrases.entries()) {
    // 目标明确;(1分): the points in brackets belong to the words before the mark.
    const next = phrases[index + 1]?.is;
    const isBeforeAward =
      next?.kind === 'award' &&
      // 优:10分: what is before the colon is the level.
      ((phrase.is.kind === 'stop' && next.isBracketed) || (phrase.is.kind === 'colon' && !next.isBracketed));
    if (!isBeforeAward) builder.read(phrase);
  }
  builder.end();
  return withLists([...builder.statements].sort((left, right) => left.from - right.from));
}

/** Whether words say nothing by themselves. */
export function isFiller(words: string): boolean {
  return filler.test(words.replaceAll(/[,、]/gu, ''));
}

/** The fixed points of an award phrase; null for a range. */
export function fixedAward({ low, high }: AwardPhrase): Award | null {
  return low === high ? low : null;
}
