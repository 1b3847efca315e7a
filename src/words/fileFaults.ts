/** The faults that say what a file is: spoken alike in the pane, in the command line and in the page without Excel. */
import type { OtherFile } from '../port/workbook';

/** These faults. */
export type FileFaultKind = OtherFile | 'not-a-workbook' | 'file-damaged' | 'file-encrypted' | 'file-too-large';

/** Their sentences under keys of one list: `fault-file-pdf` and `next-file-pdf`. */
export type FaultSentences = {
  readonly [Kind in FileFaultKind as `fault-${Kind}` | `next-${Kind}`]: string;
};

/** Puts the sentences and next steps under such keys. */
export function faultSentences(
  faults: Readonly<Record<FileFaultKind, { readonly sentence: string; readonly nextStep: string }>>,
): FaultSentences {
  return Object.fromEntries(
    Object.entries(faults).flatMap(([kind, { nextStep, sentence }]) => [
      [`fault-${kind}`, sentence],
      [`next-${kind}`, nextStep],
    ]),
  ) as FaultSentences;
}
