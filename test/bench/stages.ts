/**
 * What the processor time of a review consists of: every workbook below a folder, stage by stage, in milliseconds a
 * file. Each stage runs over all files before the next begins, so that its share can be told.
 */
import { findWorkbooks } from '../../src/command/disk/findWorkbooks';
import { sheetJson } from '../../src/command/reviewJson';
import type { Speaker } from '../../src/command/speaker';
import { checks } from '../../src/core/checks';
import { runChecks } from '../../src/core/checks/runChecks';
import { noDocuments } from '../../src/core/documents/documents';
import { recognise } from '../../src/core/form/recognise';
import { planEdits } from '../../src/core/report/planEdits';
import { reviewSnapshot } from '../../src/core/report/reviewSnapshot';
import { inferRubric } from '../../src/core/rubric/inferRubric';
import { scoreForm } from '../../src/core/score/scoreForm';
import { openFileWorkbook } from '../../src/file/fileWorkbook';
import type { Outcome } from '../../src/port/workbook';
import { formFacts } from '../../src/summary/formFacts';
import { createWords } from '../../src/words';

const words = createWords('zh-CN');
const speaker: Speaker = {
  finding: (finding) => words.findingText(finding),
  checkTitle: (check) => words.checkText(check).title,
  evidence: (kind) => words.say(`evidence-${kind}`),
  derivation: (derivation) => words.derivationText(derivation),
  premise: (premise) => words.premiseText(premise),
  noForm: (because) => words.noFormText(because).sentence,
  notChecked: (list) => words.notCheckedText(list),
  layout: (layout) => words.layoutText(layout),
  fault: (fault) => words.faultText(fault),
};

/** Runs through all files before anything is counted; then the machine code is made. */
const warmUp = 2;
const rounds = 5;

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.fault.kind);
  return outcome.value;
}

async function main(): Promise<void> {
  const files = findWorkbooks(process.argv.slice(2), null).files;
  const spent = new Map<string, number>();
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const stage = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
      const before = process.cpuUsage();
      const result = await work();
      const { system, user } = process.cpuUsage(before);
      if (round >= warmUp) spent.set(name, (spent.get(name) ?? 0) + (user + system) / 1000);
      return result;
    };
    const opened = await stage('open: read the file, unzip', async () => {
      const all = [];
      for (const { path } of files) all.push(must(await openFileWorkbook(path)));
      return all;
    });
    const snapshots = await stage('read: decode every sheet', async () => {
      const all = [];
      for (const workbook of opened)
        for (const { id } of must(await workbook.sheets())) all.push(must(await workbook.read(id)));
      return all;
    });
    const found = await stage('recognise', () => snapshots.map((snapshot) => recognise(snapshot)));
    const forms = found.flatMap((recognition) => (recognition.found ? recognition.forms : []));
    const ruled = await stage('infer the rules', () =>
      forms.map((form) => ({ form, rubric: inferRubric(form).rubric })),
    );
    const scored = await stage('score', () =>
      ruled.map((one) => ({ ...one, scores: scoreForm(one.form, one.rubric) })),
    );
    const checked = await stage(`${checks.length} checks`, () =>
      scored.map((one) => ({ ...one, findings: runChecks(checks, { ...one, documents: noDocuments }) })),
    );
    await stage('plan', () =>
      checked.map(({ findings, form, rubric, scores }) => planEdits(form, scores, findings, rubric)),
    );
    const reports = snapshots.map((snapshot) => reviewSnapshot(snapshot));
    const texts = await stage('words', () => reports.map((report) => sheetJson(report, speaker)));
    const facts = await stage('facts for the summary', () => reports.map(({ forms: own }) => own.map(formFacts)));
    await stage('JSON', () => JSON.stringify([texts, facts]));
  }
  for (const [name, milliseconds] of spent)
    console.log(`  ${name}: ${(milliseconds / rounds / files.length).toFixed(2)} ms`);
}

void main();
