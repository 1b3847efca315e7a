/** Which findings are on the screen, in which order: what the list, its keys and its counts agree on. */
import type { Finding } from '../../core/checks/finding';
import { toA1 } from '../../core/sheet/cellRef';
import type { FindingText, Words } from '../../words/wordsOf';
import { type PaneState, severities } from '../state';

/** A finding with its words; `index` is its place among those shown. */
export interface ShownFinding {
  readonly index: number;
  readonly finding: Finding;
  readonly text: FindingText;
}

/** The findings by falling severity, without those that the filter or the search leaves out. */
export function shownFindings(
  findings: readonly Finding[],
  { query, severity }: Pick<PaneState, 'query' | 'severity'>,
  words: Words,
): readonly ShownFinding[] {
  const wanted = query.trim().toLowerCase();
  return severities
    .filter((one) => severity === null || severity === one)
    .flatMap((one) => findings.filter((finding) => finding.severity === one))
    .map((finding) => ({ finding, text: words.findingText(finding) }))
    .filter(({ finding, text }) =>
      [text.title, text.message, text.remedy, ...finding.cells.map(toA1)].some((part) =>
        part.toLowerCase().includes(wanted),
      ),
    )
    .map((shown, index) => ({ ...shown, index }));
}
