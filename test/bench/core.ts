/** Times of the core's steps against JSON.parse of the same snapshot; prints them as JSON for bench.ts. */
import { checks } from '../../src/core/checks';
import { runChecks } from '../../src/core/checks/runChecks';
import { noDocuments } from '../../src/core/documents/documents';
import type { Recognition } from '../../src/core/form/form';
import { recognise } from '../../src/core/form/recognise';
import { planEdits } from '../../src/core/report/planEdits';
import { reviewSnapshot } from '../../src/core/report/reviewSnapshot';
import { inferRubric } from '../../src/core/rubric/inferRubric';
import { scoreForm } from '../../src/core/score/scoreForm';
import { bigForm } from './bigForm';
import { ratioOf, type Ratio } from './measure';

export interface CoreMeasure extends Ratio {
  readonly step: string;
}

function formOf(recognition: Recognition) {
  const form = recognition.found ? recognition.forms[0] : undefined;
  if (!form) throw new Error('The form to be measured was not recognised');
  return form;
}

const snapshot = bigForm(200);
const json = JSON.stringify(snapshot);
const parse = (): unknown => JSON.parse(json);
const form = formOf(recognise(snapshot));
const { rubric } = inferRubric(form);
const scores = scoreForm(form, rubric);
const findings = runChecks(checks, { form, rubric, scores, documents: noDocuments });
const sixty = Array.from({ length: 60 }, () => JSON.parse(json) as typeof snapshot);

const steps: readonly (readonly [string, () => unknown])[] = [
  ['recognise', () => recognise(snapshot)],
  ['infer the rules', () => inferRubric(form)],
  ['score', () => scoreForm(form, rubric)],
  [`${checks.length} checks`, () => runChecks(checks, { form, rubric, scores, documents: noDocuments })],
  ['plan', () => planEdits(form, scores, findings, rubric)],
  ['whole review: all of these', () => reviewSnapshot(snapshot)],
];

const measured: CoreMeasure[] = steps.map(([step, work]) => ({ step, ...ratioOf(work, parse) }));
const recogniseSixty = ratioOf(
  () => sixty.map((sheet) => recognise(sheet)),
  () => sixty.map(() => JSON.parse(json) as unknown),
  5,
);
const checkSixty = ratioOf(
  () => sixty.map(() => runChecks(checks, { form, rubric, scores, documents: noDocuments })),
  () => sixty.map(() => JSON.parse(json) as unknown),
  5,
);
const reviewSixty = ratioOf(
  () => sixty.map((sheet) => reviewSnapshot(sheet)),
  () => sixty.map(() => JSON.parse(json) as unknown),
  5,
);
process.stdout.write(
  JSON.stringify([
    ...measured,
    { step: 'recognise 60 sheets of 200 rows', ...recogniseSixty },
    { step: `${checks.length} checks on 60 sheets of 200 rows`, ...checkSixty },
    { step: 'whole review of 60 sheets of 200 rows', ...reviewSixty },
  ]),
);
