/**
 * Processor times of the core's steps against JSON.parse of the same snapshots; prints them as JSON for bench.ts. Every
 * sample is a form whose texts no other sample has; with "cold" one form is reviewed in a process that did nothing before.
 */
import { checks } from '../../src/core/checks';
import { runChecks } from '../../src/core/checks/runChecks';
import { noDocuments } from '../../src/core/documents/documents';
import { readsAgain } from '../../src/core/form/readAgain';
import { recognise } from '../../src/core/form/recognise';
import { planEdits } from '../../src/core/report/planEdits';
import { reviewSnapshot } from '../../src/core/report/reviewSnapshot';
import { inferRubric } from '../../src/core/rubric/inferRubric';
import { scoreForm } from '../../src/core/score/scoreForm';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { publishedForms } from '../forms';
import { bigForm } from './bigForm';
import { distinctForm } from './distinctForm';
import { exponentOf, processorTime, ratioOf, type Ratio } from './measure';

interface CoreMeasure extends Ratio {
  readonly step: string;
}

/** What bench.ts is told. */
export interface CoreMeasures {
  readonly steps: readonly CoreMeasure[];
  /** Rows with the milliseconds of one review, and by which power of the rows the time grows. */
  readonly sizes: readonly { readonly rows: number; readonly time: number }[];
  readonly exponent: number;
}

const samples = 40;

/** Measures one step; what goes before it is done ahead. */
function measureOf(step: string, sheets: readonly Snapshot[], work: (sample: number) => unknown): CoreMeasure {
  const texts = sheets.map((sheet) => JSON.stringify(sheet));
  return { step, ...ratioOf(work, (sample) => JSON.parse(texts[sample] ?? '') as unknown, sheets.length) };
}

function formOf(sheet: Snapshot) {
  const recognition = recognise(sheet);
  const form = recognition.found ? recognition.forms[0] : undefined;
  if (!form) throw new Error('The form to be measured was not recognised');
  return form;
}

/** The steps one by one; each is given forms of its own, which no step before has seen. */
function stepsOf(rows: number): readonly CoreMeasure[] {
  let seed = 0;
  const fresh = (): readonly Snapshot[] => Array.from({ length: samples }, () => distinctForm(rows, (seed += 1)));
  const sheets = fresh();
  const whole = measureOf('whole review', sheets, (sample) => sheets[sample] && reviewSnapshot(sheets[sample]));
  const apart = fresh();
  const recognised = measureOf('recognise', apart, (sample) => apart[sample] && recognise(apart[sample]));
  const forms = apart.map(formOf);
  const by = <T>(each: readonly T[], work: (one: T) => unknown) => {
    return (sample: number): unknown => each[sample] && work(each[sample]);
  };
  const ruled = forms.map((form) => ({ form, rubric: inferRubric(form).rubric }));
  const inferred = measureOf('infer the rules', apart, by(forms, inferRubric));
  const scored = measureOf(
    'score',
    apart,
    by(ruled, ({ form, rubric }) => scoreForm(form, rubric)),
  );
  const examined = ruled.map((one) => ({
    ...one,
    scores: scoreForm(one.form, one.rubric),
    documents: noDocuments,
  }));
  const checked = measureOf(
    `${checks.length} checks`,
    apart,
    by(examined, (one) => runChecks(checks, one)),
  );
  const found = examined.map((one) => ({ ...one, findings: runChecks(checks, one) }));
  const planned = measureOf(
    'plan',
    apart,
    by(found, ({ findings, form, rubric, scores }) => planEdits(form, scores, findings, rubric)),
  );
  return [recognised, inferred, scored, checked, planned, whole];
}

/** The sheet with another score in one row, read anew: nothing of it is the object that it was. */
function mended(sheet: Snapshot, sample: number): Snapshot {
  const line = 20 + ((sample * 7) % 150);
  const score = 0.3 + (sample % 3) / 10;
  const put = <Held>(rows: readonly (readonly Held[])[], held: Held): readonly (readonly Held[])[] =>
    rows.map((row, place) => (place === line ? [...row.slice(0, 6), held, ...row.slice(7)] : row));
  const read = structuredClone(sheet);
  return { ...read, values: put(read.values, score), text: put(read.text, String(score)) };
}

/** What a reviewer waits for after each mend: the form that was just reviewed, with one cell changed. */
function reviewedAgain(rows: number): CoreMeasure {
  const sheet = distinctForm(rows, 4000);
  const changed = Array.from({ length: samples }, (_, sample) => mended(sheet, sample));
  reviewSnapshot(sheet);
  return measureOf('whole review again, one cell changed since', changed, (sample) => {
    const read = changed[sample];
    if (!read) return null;
    readsAgain(read, changed[sample - 1] ?? sheet);
    return reviewSnapshot(read);
  });
}

/** The published forms, all of them a sample, in turn; and the five rows of old, two hundred times. */
function known(): readonly CoreMeasure[] {
  const published = Array.from({ length: samples / 2 }, () =>
    publishedForms.map(({ snapshot }) => structuredClone(snapshot)),
  );
  const texts = publishedForms.map(({ snapshot }) => JSON.stringify(snapshot));
  const all = ratioOf(
    (sample) => published[sample]?.map((sheet) => reviewSnapshot(sheet)),
    () => texts.map((text) => JSON.parse(text) as unknown),
    samples / 2,
  );
  const repeated = Array.from({ length: samples }, () => bigForm(200));
  return [
    { step: `whole review of the ${publishedForms.length} published forms, again and again`, ...all },
    measureOf(
      'whole review of five rows, forty times each, the same in every sample (how it was measured before)',
      repeated,
      (sample) => repeated[sample] && reviewSnapshot(repeated[sample]),
    ),
  ];
}

/** How the time of a review grows, up to as many rows as are read at all; each size warm, the middle of its forms. */
function growth(): Pick<CoreMeasures, 'sizes' | 'exponent'> {
  const sizes = [200, 1000, 5000].map((rows) => {
    // As many rows of each size, so that what is collected from before falls on none of them alone.
    const times = Array.from({ length: Math.max(3, 5000 / rows) }, (_, place) => {
      const sheet = distinctForm(rows, 5000 + place);
      return processorTime(() => reviewSnapshot(sheet));
    }).sort((left, right) => left - right);
    return { rows, time: times[Math.floor(times.length / 2)] ?? Number.NaN };
  });
  const [small, , large] = sizes;
  if (!small || !large) throw new Error('two sizes are needed');
  const exponent = exponentOf({ size: small.rows, time: small.time }, { size: large.rows, time: large.time });
  return { sizes, exponent };
}

function main(): void {
  if (process.argv.includes('cold')) {
    const sheet = distinctForm(200, 1);
    process.stdout.write(String(processorTime(() => reviewSnapshot(sheet))));
    return;
  }
  const measured: CoreMeasures = { steps: [...stepsOf(200), reviewedAgain(200), ...known()], ...growth() };
  process.stdout.write(JSON.stringify(measured));
}

main();
