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

const rows = publishedForms.flatMap(({ name, review, snapshot }) => {
  const [report] = reviewSnapshot(snapshot).forms;
  if (!review || !report) return [];
  const { findings, scores } = report;
  const accusations = findings.filter(({ severity }) => severity === 'P0');
  const undefended = accusations.filter((finding) => !review.says.some((said) => isAbout(said, finding)));
  const missed = review.says.filter((said) => !findings.some((finding) => isAbout(said, finding)));
  return [
    {
      name,
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
const raised = sum(rows.map((row) => row.raised));
const defended = sum(rows.map((row) => row.defended));
const expected = sum(rows.map((row) => row.expected));
const missed = sum(rows.map((row) => row.missed.length));

say('| Form | P0 raised | defended | expected findings | missed | left to a person |');
say('| --- | --- | --- | --- | --- | --- |');
for (const row of rows) {
  const cells = [row.name, row.raised, row.defended, row.expected, row.missed.length, row.open];
  say(`| ${cells.join(' | ')} |`);
}
say(
  `| all ${String(rows.length)} | ${[raised, defended, expected, missed, sum(rows.map(({ open }) => open))].join(' | ')} |`,
);
for (const { missed: wanting, name, undefended } of rows) {
  for (const each of undefended) say(`cannot be defended: ${name} ${each}`);
  for (const each of wanting) say(`missed: ${name} ${each}`);
}
keep();
process.exitCode = raised === defended && missed === 0 ? 0 : 1;
