/** Holds reviewed forms against the documents of their workbook or batch, once those are known. */
import { checks } from '../checks';
import { inReadingOrder, runChecks } from '../checks/runChecks';
import { type Documents, isWithoutDocuments } from '../documents/documents';
import { standingsOf } from './decisionStandings';
import { partFindings } from './explained';
import { marksOf } from './planEdits';
import type { FormReport, SheetReport } from './report';
import { roundIn } from './rounds';

const besideChecks = checks.filter(({ scope }) => scope === 'documents');
const isBeside: ReadonlySet<string> = new Set(besideChecks.map(({ id }) => id));

function withDocuments(report: FormReport, documents: Documents): FormReport {
  const { form, rubric, scores } = report;
  const decisions = report.decisions.map(({ decision }) => decision);
  const explained = decisions.filter((decision) => decision.kind === 'explained');
  const found = partFindings(runChecks(besideChecks, { form, rubric, scores, documents }), explained);
  const findings = inReadingOrder([...report.findings.filter(({ check }) => !isBeside.has(check)), ...found.open]);
  const accepted = [...report.accepted.filter(({ finding }) => !isBeside.has(finding.check)), ...found.accepted];
  const standings = standingsOf(decisions, { form, scores, accepted, open: findings });
  return {
    ...report,
    findings,
    accepted,
    allFindings: inReadingOrder([...findings, ...accepted.map(({ finding }) => finding)]),
    decisions: standings,
    round: roundIn({ form, scores, findings, accepted, decisions: standings, isAlone: false }),
  };
}

/**
 * The same report with the findings that follow from the documents; nothing that was found without them changes.
 * `documents`: all that are known, those of the sheet included.
 */
export function besideForms(sheet: SheetReport, documents: Documents): SheetReport {
  if (sheet.forms.length === 0 || isWithoutDocuments(documents)) return sheet;
  const forms = sheet.forms.map((form) => withDocuments(form, documents));
  const marks = marksOf(forms.flatMap(({ findings }) => findings));
  return { ...sheet, forms: forms.map((form) => ({ ...form, plan: { ...form.plan, marks } })) };
}
