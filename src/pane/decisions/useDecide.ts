/** Decides, and remembers why the last wish was not kept until the next one. */
import { useState } from 'react';
import type { ReviewedSheet } from '../../review/memory/reviewed';
import type { WantedDecision } from '../../review/memory/reviewer';
import { type RefusedDecision, usePane } from '../context';

/** A wish that was refused. */
interface Refused {
  readonly wanted: WantedDecision;
  readonly because: RefusedDecision;
}

export interface Deciding {
  /** `replaces`: in the place of another answer to the same question, which else contradicts it. */
  readonly decide: (wanted: WantedDecision, replaces?: boolean) => void;
  /** Why the last wish was not kept; null: it was, or there was none. */
  readonly because: RefusedDecision | null;
  /** Keeps the refused wish in the place of what contradicts it; null: none was refused. */
  readonly onReplace: (() => void) | null;
}

export function useDecide(sheet: ReviewedSheet): Deciding {
  const { actions } = usePane();
  const [refused, setRefused] = useState<Refused | null>(null);
  const decide = (wanted: WantedDecision, replaces = false): void => {
    setRefused(null);
    actions.decide(sheet, wanted, replaces, (because) => setRefused({ wanted, because }));
  };
  return {
    decide,
    because: refused?.because ?? null,
    onReplace: refused && (() => decide(refused.wanted, true)),
  };
}
