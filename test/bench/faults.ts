/** The proof of the checks: faults seeded into sound forms, and every finding on the published forms as they are. */
import { checks } from '../../src/core/checks';
import { reviewSnapshot } from '../../src/core/report/reviewSnapshot';
import { toA1 } from '../../src/core/sheet/cellRef';
import { createWords } from '../../src/words';
import { publishedForms } from '../forms';
import { cleanForms } from './faults/cleanForms';
import { notSeeded } from './faults/faultClasses';
import { seedFaults } from './faults/seedFaults';
import { SheetDraft } from './faults/sheetDraft';
import { notebookOf } from './notebook';

const { keep, say } = notebookOf('npm run bench:faults');

const seed = Number(process.argv[3] ?? 20200310);
const perClass = Number(process.argv[2] ?? 100);

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;
}

const clean = cleanForms();
const noise = clean.flatMap(({ name, snapshot }) =>
  new SheetDraft(snapshot)
    .review()
    .findings.filter(({ severity }) => severity !== 'P2')
    .map(({ cells, check }) => `${name} ${check} ${cells[0] ? toA1(cells[0]) : ''}`),
);
say(`Sound forms: ${clean.length}; P0 and P1 on them: ${noise.length}`);
for (const line of noise) say(`  ${line}`);

const started = performance.now();
const tallies = seedFaults(perClass, seed, clean);
const total = tallies.reduce((running, tally) => running + tally.seeded, 0);
say(`\nSeeded faults: ${total} (seed ${seed}, ${((performance.now() - started) / 1000).toFixed(0)} s)\n`);
say('| Check | Seeded | Found | Recall | False P0 | Precision |');
say('| --- | ---: | ---: | ---: | ---: | ---: |');
for (const { id } of checks) {
  const tally = tallies.find(({ check }) => check === id);
  if (!tally) continue;
  const { found, seeded } = tally;
  const precision = percent(found, found + tally.false);
  say(`| \`${id}\` | ${seeded} | ${found} | ${percent(found, seeded)} | ${tally.false} | ${precision} |`);
}
const found = tallies.reduce((running, tally) => running + tally.found, 0);
const wrong = tallies.reduce((running, tally) => running + tally.false, 0);
say(`| all | ${total} | ${found} | ${percent(found, total)} | ${wrong} | ${percent(found, found + wrong)} |`);

say('\nNot seeded:');
for (const [id, reason] of Object.entries(notSeeded)) say(`  ${id}: ${reason}`);
const misses = tallies.flatMap(({ check, misses: list }) => list.map((miss) => ({ check, ...miss })));
if (misses.length > 0) say('\nMissed, or reported beside the fault:');
for (const miss of misses) {
  const outcome = miss.found ? 'also' : 'MISSED';
  say(`  ${miss.check} · ${miss.fault} · ${miss.form} ${miss.cell}: ${outcome} ${miss.others.join(', ')}`);
}

keep();
say('\nPublished forms as they are:');
const words = createWords('zh-CN');
for (const { name, snapshot } of publishedForms) {
  for (const { findings, scores } of reviewSnapshot(snapshot).forms) {
    const stated = scores.totals.statedScore?.toFixed() ?? '—';
    say(
      `\n${name}: ${findings.length} findings, total ${stated}, by the rules ${scores.totals.computedScore?.toFixed() ?? '—'}`,
    );
    for (const finding of findings) {
      const cell = finding.cells[0] ? toA1(finding.cells[0]) : '';
      say(`  ${finding.severity} ${finding.check} ${cell} ${words.findingText(finding).message}`);
    }
  }
}
process.exitCode = noise.length > 0 || found < total || wrong > 0 ? 1 : 0;
