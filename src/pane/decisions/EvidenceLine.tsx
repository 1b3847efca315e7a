/** Which evidence to ask the unit for, where a row is left to a person. */
import type { ReactNode } from 'react';
import type { EvidenceKind } from '../../core/report/evidence';
import type { Certainty } from '../../core/score/scores';
import { usePane } from '../context';
import { useCardStyles } from '../result/useCardStyles';

interface EvidenceLineProps {
  readonly kind: EvidenceKind;
  /** Of the row or of the execution rate. */
  readonly score: {
    readonly certainty: Certainty;
    readonly decided?: { readonly byRule: { readonly certainty: Certainty } };
  };
}

/** Nothing where the rule settles the score; what a person decided may still have to be shown by the unit. */
export function EvidenceLine({ kind, score: { certainty, decided } }: EvidenceLineProps): ReactNode {
  const card = useCardStyles();
  const { words } = usePane();
  if ((decided?.byRule.certainty ?? certainty) === 'settled') return null;
  return <p className={card.text}>{words.say('evidenceAsked', { what: words.say(`evidence-${kind}`) })}</p>;
}
