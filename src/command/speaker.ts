/** The sentences that the command line needs, handed in by the composition root. */
import type { Finding } from '../core/checks/finding';
import type { LayoutId, NoForm } from '../core/form/form';
import type { EvidenceKind } from '../core/report/evidence';
import type { NotChecked } from '../core/report/notChecked';
import type { Premise } from '../core/score/premises';
import type { Derivation } from '../core/score/scores';
import type { HostFault } from '../port/workbook';

export interface Speaker {
  finding(finding: Finding): { readonly title: string; readonly message: string; readonly remedy: string };
  /** What must hold, of a check that found nothing. */
  checkTitle(check: string): string;
  /** The papers that a sort of evidence is. */
  evidence(kind: EvidenceKind): string;
  derivation(derivation: Derivation): string;
  premise(premise: Premise): string;
  noForm(because: NoForm): string;
  /** The first line of a form that was reviewed only in part; null where all of it was. */
  notChecked(list: readonly NotChecked[]): string | null;
  layout(layout: LayoutId): string;
  fault(fault: HostFault): { readonly sentence: string; readonly nextStep: string };
}
