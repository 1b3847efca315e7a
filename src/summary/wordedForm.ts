/** What is said of one form, in words: as the JSON, the page and the papers of a batch tell it. */
import type { Finding } from '../core/checks/finding';
import type { AcceptedFinding } from '../core/report/explained';
import type { NotChecked } from '../core/report/notChecked';
import type { FormReport } from '../core/report/report';
import { toA1 } from '../core/sheet/cellRef';
import { listedRanges } from '../core/sheet/rangesText';
import type { WordedAcceptance, WordedFinding } from './findingTable';
import { type FormFacts, formFacts } from './formFacts';
import { problemsOf } from './problems';
import type { FormProblem } from './rollUpEntry';
import type { WordedPoint } from './roundTable';

/** Makes sentences; whoever calls has the words. */
export interface FormSpeaker {
  finding(finding: Finding): { readonly title: string; readonly message: string; readonly remedy: string };
  /** What must hold by a check. */
  checkTitle(check: string): string;
  /** What of a form could not be reviewed, in one sentence; null where all of it was. */
  notChecked(list: readonly NotChecked[]): string | null;
}

/** A finding in words. */
export function wordedFinding(finding: Finding, speaker: Pick<FormSpeaker, 'finding'>): WordedFinding {
  const { message, remedy, title } = speaker.finding(finding);
  return { severity: finding.severity, title, cells: finding.cells.map(toA1), message, remedy };
}

/** A finding that was let pass, in words. */
export function wordedAcceptance(
  { decision, finding }: AcceptedFinding,
  speaker: Pick<FormSpeaker, 'finding'>,
): WordedAcceptance {
  return { ...wordedFinding(finding, speaker), reason: decision.reason };
}

/** A point of the second round, with the check that it is about. */
type CheckedPoint = WordedPoint & { readonly check: string };

/** The second round of a form: the points of the first in their order, then what is new; empty where there was none. */
export function wordedRound(
  { form, round }: Pick<FormReport, 'form' | 'round'>,
  speaker: Pick<FormSpeaker, 'checkTitle' | 'finding'>,
): readonly CheckedPoint[] {
  const nameOf = ({ indicator }: Finding): string | null =>
    form.indicators.find(({ key }) => key === indicator)?.name.text ?? null;
  const returned = round?.points ?? [];
  const added = round?.added ?? [];
  return [
    ...returned.map(({ fate, finding, name, point: { cells, check, severity } }) => ({
      ...{ fate, check, severity, name },
      title: speaker.checkTitle(check),
      cells: finding ? listedRanges(finding.cells) : cells,
    })),
    ...added.map((finding) => ({
      ...{ fate: null, check: finding.check, severity: finding.severity, name: nameOf(finding) },
      title: speaker.finding(finding).title,
      cells: listedRanges(finding.cells),
    })),
  ];
}

/** One form with all that is said about it. */
export interface WordedForm {
  readonly facts: FormFacts;
  readonly problems: readonly FormProblem[];
  readonly findings: readonly WordedFinding[];
  /** 说明后通过. */
  readonly accepted: readonly WordedAcceptance[];
  /** The first line of a form that was reviewed only in part; else null. */
  readonly notChecked: string | null;
  /** 第二轮对照; empty where there was no first round. */
  readonly round: readonly WordedPoint[];
}

/** A reviewed form in words. */
export function wordedForm(report: FormReport, speaker: FormSpeaker): WordedForm {
  const kinds = report.findings.map((finding) => ({ ...finding, title: speaker.finding(finding).title }));
  return {
    facts: formFacts(report),
    problems: problemsOf(kinds),
    findings: report.findings.map((finding) => wordedFinding(finding, speaker)),
    accepted: report.accepted.map((accepted) => wordedAcceptance(accepted, speaker)),
    notChecked: speaker.notChecked(report.notChecked),
    round: wordedRound(report, speaker),
  };
}
