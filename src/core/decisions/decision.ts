/** What a reviewer says of a workbook, as data: the review runs again with it, and everything downstream follows. */
import type { FormKey } from './formKey';

/** What all decisions have in common. */
interface Said {
  /** When it was said, ISO 8601 in UTC; empty where an older record does not tell. */
  readonly at: string;
}

/** What a rule text of a form means: the text is read as `means` wherever it stands in the workbook. */
interface RuleDecision extends Said {
  readonly kind: 'rule';
  /** The text of the form in one typography, as `ruleKey` gives it. */
  readonly text: string;
  /** The reviewer's own sentence, which the compiler understands wholly. */
  readonly means: string;
}

/** The open questions of a row that a reviewer can settle, each with its choices and the facts that a choice names. */
export const premiseChoices = {
  direction: { positive: [], reverse: [], equal: [], movement: ['movement'], zero: [] },
  scale: { 'other-unit': ['number', 'unit'], ratio: ['number', 'percent'], unknown: ['number'] },
  sort: { amount: [], degree: [] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** One of these questions. */
export type SettledPremise = keyof typeof premiseChoices;

/** Which of the choices of an open premise holds in a row. */
export interface PremiseDecision extends Said {
  readonly kind: 'premise';
  readonly form: FormKey;
  readonly indicator: string;
  readonly about: SettledPremise;
  readonly choice: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** 复核得分 with its reason. It outranks every rule, whoever read the rule. */
export interface ScoreDecision extends Said {
  readonly kind: 'score';
  readonly form: FormKey;
  /** Null: the execution rate of the fund block. */
  readonly indicator: string | null;
  /** Points as plain decimal text. */
  readonly score: string;
  readonly reason: string;
  /** What the row said when it was scored (`basisOf`): a row that says something else since is judged anew. */
  readonly basis: string;
}

/** 复核意见 on a row, or on the form as a whole. */
interface OpinionDecision extends Said {
  readonly kind: 'opinion';
  readonly form: FormKey;
  readonly indicator: string | null;
  readonly opinion: string;
}

/** 说明后通过: a finding for which the unit gave an explanation that the reviewer lets stand. */
export interface ExplainedDecision extends Said {
  readonly kind: 'explained';
  readonly form: FormKey;
  /** Null where the finding is about the form as a whole, which is then told by its message. */
  readonly indicator: string | null;
  readonly check: string;
  readonly message: string | null;
  readonly reason: string;
  /** What was found and expected (`groundOf`); null in records of before, which hold whatever is found. */
  readonly ground: string | null;
}

/** Where a form stands in the session: looked at, returned to the unit, or passed. */
export const formStates = ['seen', 'returned', 'passed'] as const;

/** One of them. */
export type FormState = (typeof formStates)[number];

/** A finding as it stood when the form went back to its unit: the next round is held against it. */
export interface ReturnedPoint {
  readonly check: string;
  readonly severity: 'P0' | 'P1' | 'P2';
  readonly message: string;
  /** The key of its row, or outside of the workbook the print of it; null where it is about the form as a whole. */
  readonly indicator: string | null;
  /** Where it stood, for people: "D9:D12". */
  readonly cells: string;
  /** Print of what was found and expected. */
  readonly ground: string;
  /** Prints of what the row said in figures, and of its reason; "": no row, or no reason. */
  readonly figures: string;
  readonly reason: string;
  /** Whether the unit was told of it: what was left out of the letter is known and not asked after. */
  readonly isTold: boolean;
}

/** What was returned to the unit, and when (ISO 8601 in UTC; empty where it is read from the earlier file). */
export interface Returned {
  readonly at: string;
  readonly points: readonly ReturnedPoint[];
}

/** How far the reviewer got with a form. */
export interface StateDecision extends Said {
  readonly kind: 'state';
  readonly form: FormKey;
  readonly state: FormState;
  /** What was returned last; it stays while the next round is looked at. Null where nothing was. */
  readonly returned: Returned | null;
}

/** More points of one form are not kept. */
export const mostReturned = 300;

/** One thing that the reviewer said. */
export type Decision =
  RuleDecision | PremiseDecision | ScoreDecision | OpinionDecision | ExplainedDecision | StateDecision;

/** The longest reason, opinion or rule sentence that is kept, in characters. */
export const longestWords = { reason: 200, opinion: 500, means: 1000 } as const;
