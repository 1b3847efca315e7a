/** A small run of the benchmark of seeded faults, so that it cannot rot; the whole is `test/bench/faults.ts`. */
import { checks, type CheckId } from '../../../src/core/checks';
import { cleanForms } from '../../bench/faults/cleanForms';
import { faultClasses, notSeeded } from '../../bench/faults/faultClasses';
import { seedFaults } from '../../bench/faults/seedFaults';
import { SheetDraft } from '../../bench/faults/sheetDraft';

const clean = cleanForms();

test.each(clean.map((form) => [form.name, form] as const))(
  'the sound form %s yields nothing grave',
  (_, { snapshot }) => {
    const report = new SheetDraft(snapshot).review();
    expect(report.form.indicators.length).toBeGreaterThan(2);
    const grave = report.findings.filter(({ severity }) => severity !== 'P2');
    expect(grave.map(({ check, message, facts }) => ({ check, message, facts }))).toEqual([]);
  },
);

test('every check has seeded faults, or a reason why not', () => {
  const seeded = new Set<CheckId>(faultClasses.map(({ check }) => check));
  const silent = checks.map(({ id }) => id).filter((id) => !seeded.has(id));
  expect(silent.sort()).toEqual(Object.keys(notSeeded).sort());
});

test('seeded faults are found where they are, and nothing else is called fatal', () => {
  const tallies = seedFaults(12, 7, clean);
  const seeded = tallies.reduce((running, tally) => running + tally.seeded, 0);
  expect(seeded).toBeGreaterThan(400);
  for (const tally of tallies) expect([tally.check, tally.seeded > 0]).toEqual([tally.check, true]);
  expect(tallies.flatMap(({ check, misses }) => misses.map((miss) => ({ check, ...miss })))).toEqual([]);
}, 60_000);
