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
  readonly decide: (wanted: WantedDecision, replaces?: boolean) => void;
  readonly refused: Refused | null;
}

export function useDecide(sheet: ReviewedSheet): Deciding {
  const { actions } = usePane();
  const [refused, setRefused] = useState<Refused | null>(null);
  return {
    refused,
    decide: (wanted, replaces = false) => {
      setRefused(null);
      actions.decide(sheet, wanted, replaces, (because) => setRefused({ wanted, because }));
    },
  };
}
