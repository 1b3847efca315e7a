/** Whatever a form holds, every check answers, and says only what it declared. */
import fc from 'fast-check';
import { checks } from '../../../src/core/checks';
import type { Check, Examined } from '../../../src/core/checks/defineCheck';
import type { Finding } from '../../../src/core/checks/finding';
import { runChecks } from '../../../src/core/checks/runChecks';
import { noDocuments } from '../../../src/core/documents/documents';
import type { Form } from '../../../src/core/form/form';
import { reviewSnapshot } from '../../../src/core/report/reviewSnapshot';
import type { FormReport } from '../../../src/core/report/report';
import type { CellValue, Snapshot } from '../../../src/core/sheet/snapshot';
import { bigForm } from '../../bench/bigForm';
import { familyForms, publishedForms, snapshotOf } from '../../forms';

const fixtures = [...publishedForms, ...familyForms];
const registry: readonly Check[] = checks;
const reports: readonly FormReport[] = fixtures.flatMap(({ snapshot }) => reviewSnapshot(snapshot).forms);

/** A finding that the rest of the house can rely on. */
function expectSound({ check, cells, facts, message }: Finding): void {
  const declared = registry.find(({ id }) => id === check)?.messages[message];
  expect([check, message, Object.keys(facts).sort()]).toEqual([check, message, [...(declared ?? [])].sort()]);
  expect(cells.length).toBeGreaterThan(0);
  for (const fact of Object.values(facts)) expect(typeof fact === 'string' || Number.isFinite(fact)).toBe(true);
}

function expectSurvives(snapshot: Snapshot): readonly Finding[] {
  const findings = reviewSnapshot(snapshot).forms.flatMap((form) => form.findings);
  findings.forEach(expectSound);
  return findings;
}

/** The sheet with some cells replaced; texts follow values as a host would show them. */
function withCells(
  { snapshot }: { readonly snapshot: Snapshot },
  changes: readonly (readonly [number, number, CellValue])[],
): Snapshot {
  const values = snapshot.values.map((row) => [...row]);
  const text = snapshot.text.map((row) => [...row]);
  for (const [row, column, value] of changes) {
    const [line, shown] = [values[row], text[row]];
    if (!line || !shown || column >= line.length) continue;
    line[column] = value;
    shown[column] = value === null ? '' : typeof value === 'object' ? value.error : String(value);
  }
  return { ...snapshot, values, text };
}

const odd: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    ...['', ' ', '—', '无', '≥', '≥≥95%', '-5', '1e999', '１０分', '【需填写】', 'XX', '2023年13月40日', '12月31日前'],
    ...[
      '共设置九十九亿个指标',
      '计划2月30日至2月31日共-3天',
      '自评等级：',
      '☑优',
      '扣999999999999分',
      '完成率00000.0%',
    ],
    ...['(((((', '[[[', '$&', '\\', '\u0000', '\ud800', '𠮷'.repeat(40), '{name}'],
  ),
  fc.double(),
  fc.integer({ min: -200, max: 200 }),
  fc.boolean(),
  fc.constantFrom('#REF!', '#DIV/0!', '#VALUE!').map((error) => ({ error })),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constant(null),
);

test('forms with cells knocked out or replaced by anything', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fixtures),
      fc.array(fc.tuple(fc.nat(34), fc.nat(11), odd), { minLength: 1, maxLength: 14 }),
      (form, changes) => {
        const findings = expectSurvives(withCells(form, changes));
        // The order is that of a reviewer, and the same every time.
        const order = findings.map(({ severity }) => severity);
        expect(order).toEqual([...order].sort());
      },
    ),
    { numRuns: 500, seed: 20200310 },
  );
}, 60_000);

test('a sheet without cells, of one cell, and of ragged rows', () => {
  for (const rows of [[], [[]], [['总分']], [[null]], [['一级指标', '分值', '得分'], ['产出'], ['产出', 1, 2, 3, 4]]]) {
    expectSurvives(snapshotOf(rows));
  }
});

test.each(fixtures.map((form) => [form.name, form] as const))(
  'error values everywhere below the header of %s',
  (_, form) => {
    const { area } = form.snapshot;
    const changes = form.snapshot.values.flatMap((row, line) =>
      row.flatMap((value, column) => (typeof value === 'number' ? [[line, column, { error: '#REF!' }] as const] : [])),
    );
    expect(area).not.toBeNull();
    const findings = expectSurvives(withCells(form, changes));
    if (changes.length > 0 && reviewSnapshot(withCells(form, changes)).forms.length > 0) {
      expect(findings.map(({ check }) => check)).toContain('cell-without-error');
    }
  },
);

test('a thousand rows, and texts of a hundred thousand characters', () => {
  expectSurvives(bigForm(1000));
  const long = '完成率95%，扣2分，2023年4月16日—6月13日59天，XX共5个指标，'.repeat(2500);
  for (const form of fixtures) {
    const cells = form.snapshot.values.flatMap((row, line) =>
      row.flatMap((value, column) =>
        typeof value === 'string' && value.length > 12 ? [[line, column, long] as const] : [],
      ),
    );
    expectSurvives(withCells(form, cells.slice(0, 6)));
  }
}, 60_000);

/** Every form in which one of the parts that a layout may lack is missing. */
function withoutParts(form: Form): readonly Form[] {
  const rows = (change: (row: Form['indicators'][number]) => Form['indicators'][number]): Form => ({
    ...form,
    indicators: form.indicators.map(change),
  });
  const { indicators } = form;
  const [first] = indicators;
  const parts = first
    ? (Object.keys(first) as (keyof typeof first)[]).filter((key) => key !== 'name' && key !== 'key')
    : [];
  return [
    { ...form, indicators: [] },
    { ...form, budget: null, total: null, notes: [], columns: [] },
    ...(form.budget ? [{ ...form, budget: { ...form.budget, lines: [], weight: null, rate: null, score: null } }] : []),
    ...parts
      .filter((part) => !['line', 'isExecutionRate', 'isAdjustment', 'isHidden'].includes(part))
      .map((part) => rows((row) => ({ ...row, [part]: null }))),
  ];
}

test('layouts that lack a column or a block', () => {
  for (const { form, rubric, scores } of reports) {
    for (const lacking of withoutParts(form)) {
      const byKey = new Map(lacking.indicators.map((indicator) => [indicator.key, indicator]));
      const examined: Examined = {
        form: lacking,
        documents: noDocuments,
        rubric,
        scores: {
          ...scores,
          indicators: scores.indicators.flatMap((score) => {
            const indicator = byKey.get(score.indicator.key);
            return indicator ? [{ ...score, indicator }] : [];
          }),
        },
      };
      runChecks(registry, examined).forEach(expectSound);
    }
  }
});

test('no check changes what it is given', () => {
  for (const { form, rubric, scores } of reports) {
    const before = JSON.stringify([form, rubric, scores]);
    runChecks(registry, { form, rubric, scores, documents: noDocuments });
    expect(JSON.stringify([form, rubric, scores])).toBe(before);
  }
});
