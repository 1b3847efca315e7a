/** Which findings are on the screen, in which order: what the list, its keys and its counts agree on. */
import type { Finding, Severity } from '../../core/checks/finding';
import type { Form } from '../../core/form/form';
import { toA1 } from '../../core/sheet/cellRef';
import { rangesText } from '../../core/sheet/rangesText';
import type { FindingText, Words } from '../../words/wordsOf';
import { type Grouping, type PaneState, severities } from '../state';

/** A finding with its words; `index` is its place among those shown. */
export interface ShownFinding {
  readonly index: number;
  readonly finding: Finding;
  readonly text: FindingText;
}

/** Findings under one heading; `severity` where that is what they share. */
export interface FindingGroup {
  readonly key: string;
  readonly name: string;
  readonly severity: Severity | null;
  readonly findings: readonly ShownFinding[];
}

/** A finding with its words, wherever it stands. */
export type DescribedFinding = Omit<ShownFinding, 'index'>;

/** The findings with their words, by falling severity: made once, as every letter of a search looks at all of them. */
export function describeFindings(findings: readonly Finding[], words: Words): readonly DescribedFinding[] {
  return severities
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map((finding) => ({ finding, text: words.findingText(finding) }));
}

type Wanted = Pick<PaneState, 'query' | 'severity'>;

/** The findings without those that the filter or the search leaves out. */
export function shownFindings(
  described: readonly DescribedFinding[],
  { query, severity }: Wanted,
): readonly ShownFinding[] {
  const wanted = query.trim().toLowerCase();
  return described
    .filter(({ finding }) => severity === null || finding.severity === severity)
    .filter(({ finding, text }) =>
      [text.title, text.message, text.remedy, ...finding.cells.map(toA1)].some((part) =>
        part.toLowerCase().includes(wanted),
      ),
    )
    .map((shown, index) => ({ ...shown, index }));
}

/** The shown findings under headings; groups keep the order in which their first finding came. */
export function groupFindings(
  shown: readonly ShownFinding[],
  grouping: Grouping,
  form: Pick<Form, 'indicators'>,
  words: Words,
): readonly FindingGroup[] {
  const names = new Map(form.indicators.map(({ key, name }) => [key, name.text]));
  const headingOf = ({ finding, text }: ShownFinding): { readonly key: string; readonly name: string } => {
    switch (grouping) {
      case 'severity':
        return { key: finding.severity, name: words.say(`severity-${finding.severity}`) };
      case 'indicator': {
        const name = finding.indicator === null ? undefined : names.get(finding.indicator);
        return { key: finding.indicator ?? '', name: name ?? words.say('wholeForm') };
      }
      case 'check':
        return { key: finding.check, name: text.title };
    }
  };
  const groups = new Map<string, { readonly name: string; readonly found: ShownFinding[] }>();
  for (const one of shown) {
    const { key, name } = headingOf(one);
    const group = groups.get(key) ?? { name, found: [] };
    group.found.push(one);
    groups.set(key, group);
  }
  // Arrow keys follow the order on the screen, so places are counted anew.
  let index = 0;
  return [...groups].map(([key, { found, name }]) => ({
    key,
    name,
    severity: grouping === 'severity' ? (found[0]?.finding.severity ?? null) : null,
    findings: found.map((one) => ({ ...one, index: index++ })),
  }));
}

/** The groups as plain text, for a message or a working paper. */
export function findingsAsText(groups: readonly FindingGroup[], words: Words): string {
  return groups
    .flatMap(({ findings }) => findings)
    .map(({ finding, text }, place) =>
      words.say('findingAsText', {
        n: place + 1,
        severity: words.say(`severity-${finding.severity}`),
        cells: rangesText(finding.cells),
        message: text.message,
        remedy: text.remedy,
      }),
    )
    .join('\n');
}
