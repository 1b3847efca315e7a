/** What the compiler makes of a rule text. */
import type { Rule } from './rule';

/** A rule text of a form, as far as it was understood. */
export interface CompiledRule {
  /** The text as the cell holds it. */
  readonly text: string;
  /** null where no rule was found in it. */
  readonly rule: Rule | null;
  /** The pieces that the rule was made of, word for word. */
  readonly understood: readonly string[];
  /** The pieces that were not understood, word for word. */
  readonly notUnderstood: readonly string[];
  /**
   * wholly: every piece was understood · partly: some were not · not: the text gives points by a rule that was not
   * understood · no-rule: it does not speak of how points are given.
   */
  readonly extent: 'wholly' | 'partly' | 'not' | 'no-rule';
  /** Whether a piece that was not understood speaks of points, so that the rule may say more than was found. */
  readonly isDoubtful: boolean;
}

/** What the compiler may know of the rows that a text governs. */
export interface CompileContext {
  /** Bands without a name ("≥90%得10分") are then of the execution rate. */
  readonly isExecutionRate: boolean;
}
