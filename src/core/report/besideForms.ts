/** Holds reviewed forms against the documents of their workbook or batch, once those are known. */
import { checks } from '../checks';
import { inReadingOrder, runChecks } from '../checks/runChecks';
import { type Documents, isWithoutDocuments } from '../documents/documents';
import { marksOf } from './planEdits';
import type { FormReport, SheetReport } from './report';

const besideChecks = checks.filter(({ scope }) => scope === 'documents');
const isBeside: ReadonlySet<string> = new Set(besideChecks.map(({ id }) => id));

function withDocuments(report: FormReport, documents: Documents): FormReport {
  const { form, rubric, scores } = report;
  const others = report.findings.filter(({ check }) => !isBeside.has(check));
  const found = runChecks(besideChecks, { form, rubric, scores, documents });
  return { ...report, findings: inReadingOrder([...others, ...found]) };
}

/**
 * The same report with the findings that follow from the documents; nothing that was found without them changes.
 * `documents`: all that are known, those of the sheet included.
 */
export function besideForms(sheet: SheetReport, documents: Documents): SheetReport {
  if (sheet.forms.length === 0 || isWithoutDocuments(documents)) return sheet;
  const forms = sheet.forms.map((form) => withDocuments(form, documents));
  return {
    ...sheet,
    forms: forms.map((form) => ({ ...form, plan: { ...form.plan, marks: marksOf(form.findings) } })),
  };
}
