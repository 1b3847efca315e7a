/**
 * A spreadsheet program that is not ours looks at what we wrote: LibreOffice opens a reviewed workbook, calculates it
 * anew and saves it; what stands in that file must be what stands in ours, and the totals must be the planned ones.
 *
 * By hand only: `npx tsx test/referee/referee.ts [file.xlsx …]`, with `soffice` (Debian: libreoffice-calc) on the path.
 */
import { ownSeal } from '../support/ownSeal';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooseEdits } from '../../src/core/report/chooseEdits';
import type { Plan } from '../../src/core/report/edit';
import { reportSheet, workpaperSheet } from '../../src/papers/reportSheet';
import { toA1 } from '../../src/core/sheet/cellRef';
import { viewOf } from '../../src/core/sheet/sheetView';
import type { Snapshot } from '../../src/core/sheet/snapshot';
import { openFileWorkbook, type FileWorkbook } from '../../src/file/fileWorkbook';
import { applyAndRecord } from '../../src/review/applyAndRecord';
import { listApplied, revertApply } from '../../src/review/revertApply';
import { reviewWorkbook } from '../../src/review/reviewWorkbook';
import type { Outcome } from '../../src/port/workbook';
import { createWords } from '../../src/words';
import { rawWorkbook } from '../support/rawWorkbook';

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault));
  return outcome.value;
}

const folder = mkdtempSync(join(tmpdir(), 'referee-'));

/** LibreOffice calculates a file of another program anew only where it is told to. */
function writeProfile(): string {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(
    join(profile, 'user', 'registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
      '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>' +
      '</oor:items>',
  );
  return pathToFileURL(profile).href;
}

function calculatedByLibreOffice(path: string, profile: string): string {
  const target = join(folder, 'calculated');
  const run = spawnSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'xlsx', '--outdir', target, path],
    { encoding: 'utf8' },
  );
  if (run.error) throw new Error(`LibreOffice does not start: ${run.error.message}`);
  if (run.status !== 0) throw new Error(`LibreOffice cannot open ${path}: ${run.stderr}`);
  return join(target, basename(path));
}

/** A form whose total is a formula: LibreOffice must come to the sum that the plan promises. */
function formWithFormula(): Uint8Array {
  const rows = [
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ['产出指标', '数量指标', '就餐人数', '=20人', '17人', 50, 50, null],
    ['效益指标', '社会效益指标', '受益人数', '≥500人', '500人', 30, null, null],
    ['满意度指标', '满意度指标', '群众满意度', '≥95%', '98%', 20, 20, null],
    ['总分', null, null, null, null, 100, '=SUM(G2:G4)', null],
  ];
  const xml = rows.map((cells, row) => {
    const elements = cells.map((value, column) => {
      const head = `<c r="${toA1({ row, column })}"`;
      if (value === null) return '';
      if (typeof value === 'number') return `${head}><v>${value}</v></c>`;
      if (value.startsWith('=SUM')) return `${head}><f>${value.slice(1)}</f><v>70</v></c>`;
      return `${head} t="inlineStr"><is><t>${value}</t></is></c>`;
    });
    return `<row r="${row + 1}">${elements.join('')}</row>`;
  });
  return rawWorkbook({ sheets: [{ name: '自评表', xml: `<sheetData>${xml.join('')}</sheetData>` }] });
}

const words = createWords('zh-CN');

/** Reviews, writes everything, adds report and workpaper, and saves; returns the plans that were written. */
async function reviewed(path: string, target: string): Promise<{ file: FileWorkbook; plans: readonly Plan[] }> {
  const file = must(await openFileWorkbook(path, { saveAs: target }));
  const plans: Plan[] = [];
  for (const { report } of must(await reviewWorkbook(file)).sheets) {
    if (!report.ok) continue;
    for (const form of report.value.forms) {
      const choice = { editIds: form.plan.edits.map(({ id }) => id), marks: true };
      must(await applyAndRecord(file, form.plan, choice, `2026-03-01T08:00:0${plans.length % 10}.000Z`, ownSeal));
      must(await file.writeSheet(reportSheet(form, { finding: words.findingText })));
      must(await file.writeSheet(workpaperSheet(form, ({ derivation }) => words.derivationText(derivation))));
      plans.push(form.plan);
    }
  }
  must(await file.save());
  return { file, plans };
}

async function sheetsOf(file: FileWorkbook): Promise<readonly Snapshot[]> {
  const ids = must(await file.sheets()).map(({ id }) => id);
  return must(await file.readMany(ids)).flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
}

/** Values that differ between what we saved and what LibreOffice made of it; results of formulas are its own. */
function differencesOf(ours: readonly Snapshot[], theirs: readonly Snapshot[]): readonly string[] {
  const wrong: string[] = [];
  for (const [index, snapshot] of ours.entries()) {
    const other = theirs[index];
    if (!other || other.sheetName !== snapshot.sheetName) {
      wrong.push(`sheet ${snapshot.sheetName} is missing`);
      continue;
    }
    const view = viewOf(other);
    const { area } = snapshot;
    snapshot.values.forEach((line, down) => {
      line.forEach((value, across) => {
        const ref = { row: (area?.top ?? 0) + down, column: (area?.left ?? 0) + across };
        const theirCell = view.at(ref.row, ref.column);
        const formula = snapshot.formulas[down]?.[across] ?? null;
        if (formula !== null ? theirCell.formula !== null : value === null) return;
        const same =
          typeof value === 'number' && typeof theirCell.value === 'number'
            ? Number(value.toPrecision(15)) === Number(theirCell.value.toPrecision(15))
            : JSON.stringify(value) === JSON.stringify(theirCell.value);
        if (!same) {
          wrong.push(
            `${snapshot.sheetName}!${toA1(ref)}: ${JSON.stringify(value)} is ${JSON.stringify(theirCell.value)}`,
          );
        }
      });
    });
  }
  return wrong;
}

async function referee(path: string, profile: string): Promise<readonly string[]> {
  const target = join(folder, `复核-${basename(path)}`);
  const original = await sheetsOf(must(await openFileWorkbook(path)));
  const { plans } = await reviewed(path, target);
  const ours = await sheetsOf(must(await openFileWorkbook(target)));
  const calculated = must(await openFileWorkbook(calculatedByLibreOffice(target, profile)));
  const theirs = await sheetsOf(calculated);
  const wrong = [...differencesOf(ours, theirs)];

  // The total that was promised is the total that LibreOffice calculates or keeps.
  const reports = must(await reviewWorkbook(calculated)).sheets.flatMap(({ report }) =>
    report.ok ? report.value.forms : [],
  );
  for (const plan of plans) {
    const index = ours.findIndex(({ sheetId }) => sheetId === plan.sheetId);
    const form = reports.find(({ form: { sheetName } }) => sheetName === ours[index]?.sheetName);
    const edits = chooseEdits(plan, new Set(plan.edits.map(({ id }) => id)));
    if (!form?.form.total?.score || plan.sumBefore === null) continue;
    const promised = edits
      .filter(({ kind }) => kind !== 'total')
      .reduce((sum, { gain }) => sum + Number(gain ?? 0), Number(plan.sumBefore));
    const stated = form.scores.totals.statedScore?.toNumber();
    const isOwnTotal = edits.some(({ kind }) => kind === 'total') || form.form.total.score.cell.formula !== null;
    console.log(`  ${form.form.sheetName}: total ${String(stated)}, promised ${Number(promised.toFixed(6))}`);
    if (isOwnTotal && Number(promised.toFixed(6)) !== stated) {
      wrong.push(`${form.form.sheetName}: the total is ${String(stated)}, promised was ${promised}`);
    }
  }

  // Everything is taken back from the file as it was saved.
  const again = must(await openFileWorkbook(target));
  const listed = must(await listApplied(again, ownSeal));
  if (listed.state !== 'readable') wrong.push('the journal is defective');
  else for (const { entryId } of listed.entries) must(await revertApply(again, entryId, ownSeal));
  const back = (await sheetsOf(again)).slice(0, original.length);
  if (JSON.stringify(back) !== JSON.stringify(original)) wrong.push('taking back does not give what was opened');
  return wrong;
}

async function main(): Promise<void> {
  const profile = writeProfile();
  const constructed = join(folder, '公式合计.xlsx');
  writeFileSync(constructed, formWithFormula());
  const given = process.argv.slice(2);
  const sample = resolve(__dirname, '../../src/demo/samples/huaiyuan-2023.xlsx');
  try {
    for (const path of [constructed, ...(given.length > 0 ? given : [sample])]) {
      const wrong = await referee(path, profile);
      console.log(`${wrong.length === 0 ? 'agrees' : 'DISAGREES'}: ${basename(path)}`);
      for (const line of wrong) console.log(`  ${line}`);
      if (wrong.length > 0) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
