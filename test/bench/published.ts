/**
 * How far the accusations on the published forms can be defended: prints, for every form, the P0 that were raised, those that a
 * person expected before the run, and those that a person expected and nobody raised.
 */
import type { Finding } from '../../src/core/checks/finding';
import { reviewSnapshot } from '../../src/core/report/reviewSnapshot';
import { toA1 } from '../../src/core/sheet/cellRef';
import { publishedForms } from '../forms';
import type { ReviewExpectation } from '../forms/formFixture';
import { notebookOf } from './notebook';

const { keep, say } = notebookOf('npm run bench:published');

type Said = ReviewExpectation['says'][number];

const isAbout = ({ any, cell }: Said, finding: Finding): boolean =>
  any.includes(finding.check) && finding.cells.some((ref) => cell.includes(toA1(ref)));

const rows = publishedForms.flatMap(({ name, review, snapshot, source }) => {
  const [report] = reviewSnapshot(snapshot).forms;
  if (!review || !report) return [];
  const { findings, scores } = report;
  const accusations = findings.filter(({ severity }) => severity === 'P0');
  const undefended = accusations.filter((finding) => !review.says.some((said) => isAbout(said, finding)));
  const missed = review.says.filter((said) => !findings.some((finding) => isAbout(said, finding)));
  return [
    {
      name,
      kind: source?.kind ?? 'layout',
      raised: accusations.length,
      defended: accusations.length - undefended.length,
      undefended: undefended.map(({ cells: [cell], check }) => `${check}${cell ? `@${toA1(cell)}` : ''}`),
      missed: missed.map(({ any, cell }) => `${any.join('|')}@${cell[0] ?? ''}`),
      expected: review.says.length,
      open: scores.totals.openCount,
    },
  ];
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const of = (chosen: typeof rows) => ({
  forms: chosen.length,
  raised: sum(chosen.map((row) => row.raised)),
  defended: sum(chosen.map((row) => row.defended)),
  expected: sum(chosen.map((row) => row.expected)),
  missed: sum(chosen.map((row) => row.missed.length)),
  open: sum(chosen.map(({ open }) => open)),
});
const { defended, missed, raised } = of(rows);

say('| Form | source | P0 raised | defended | expected findings | missed | left to a person |');
say('| --- | --- | --- | --- | --- | --- | --- |');
for (const row of rows) {
  const cells = [row.name, row.kind, row.raised, row.defended, row.expected, row.missed.length, row.open];
  say(`| ${cells.join(' | ')} |`);
}
// Forms that a unit published, and forms after a layout whose figures are ours, are counted apart.
for (const [name, chosen] of [
  ['published', rows.filter(({ kind }) => kind === 'published')],
  ['layout', rows.filter(({ kind }) => kind === 'layout')],
  ['both', rows],
] as const) {
  const all = of(chosen);
  const figures = [all.raised, all.defended, all.expected, all.missed, all.open];
  say(`| all ${String(all.forms)} | ${name} | ${figures.join(' | ')} |`);
}
for (const { missed: wanting, name, undefended } of rows) {
  for (const each of undefended) say(`cannot be defended: ${name} ${each}`);
  for (const each of wanting) say(`missed: ${name} ${each}`);
}
keep();
process.exitCode = raised === defended && missed === 0 ? 0 : 1;
