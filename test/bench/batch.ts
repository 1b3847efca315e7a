/**
 * A whole bureau at once: processor time and peak memory of reviewing, of each kind of output by itself, and of a province
 * in shares; how they grow from 200 to 2,000 workbooks. `npm run bench:batch [count …]`
 *
 * Merely opening is what the review does first, through the same file port: read the file, unzip it, decode every
 * sheet to the snapshot that is reviewed. Nothing is added to it to flatter the ratio.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { familyForms, publishedForms } from '../forms';
import { mixedFiles } from '../support/mixedFiles';
import { xlsxOf } from '../support/xlsxOf';
import { distinctForm } from './distinctForm';
import { notebookOf, tableOf } from './notebook';
import { province } from './province';

const { keep, say } = notebookOf('npm run bench:batch');
const table = tableOf(say);

interface Run {
  readonly seconds: number;
  /** Seconds of processor time, all threads together: what other work on the machine does not lengthen. */
  readonly processor: number;
  /** MiB, all threads together. */
  readonly peak: number;
}

/** Runs a program in a process of its own; exit codes 0 and 1 are a review that worked, 2 has files that did not. */
function measured(program: string, words: readonly string[], codes: readonly number[] = [0, 1]): Promise<Run> {
  const peak =
    'process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\nPEAK "+u.maxRSS+" "+(u.userCPUTime+u.systemCPUTime)+"\\n")})';
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...(program.endsWith('.ts') ? ['--import', 'tsx'] : []),
      '--import',
      `data:text/javascript,${encodeURIComponent(peak)}`,
      program,
      ...words,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (piece: Buffer) => (errors += piece.toString('utf8')));
  return new Promise((settle, refuse) => {
    child.on('error', refuse);
    child.on('exit', (code) => {
      // Threads may end with a line of their own; all speak of the same process, the last of the whole run.
      const ends = [...errors.matchAll(/PEAK (\d+) (\d+)/gu)].map(([, memory, time]) => [Number(memory), Number(time)]);
      const most = (place: number): number => Math.max(...ends.map((end) => end[place] ?? 0));
      if (code === null || !codes.includes(code)) refuse(new Error(`${program} ended with ${String(code)}: ${errors}`));
      else settle({ seconds: (performance.now() - started) / 1000, processor: most(1) / 1e6, peak: most(0) / 1024 });
    });
  });
}

/** The fixture with a project of its own: the first long text of a form is a title or a name. */
function renamed(template: Unzipped, number: number): Uint8Array {
  const strings = new TextDecoder().decode(template['xl/sharedStrings.xml']);
  const own = strings.replace(/(<t[^>]*>[^<]{4,})(<\/t>)/u, `$1${number}$2`);
  return zipSync({ ...template, 'xl/sharedStrings.xml': new TextEncoder().encode(own) }, { level: 6 });
}

/**
 * Workbooks of one form each. Every second one is a fixture with a project of its own; the others, of 12 to 36 rows, share
 * no name, target, actual or reason with any other: what is remembered of one text makes no other cheaper.
 */
async function generate(folder: string, count: number): Promise<void> {
  const forms = [...publishedForms.map(({ snapshot }) => snapshot), ...familyForms.map(({ snapshot }) => snapshot)];
  const templates: Unzipped[] = [];
  for (const snapshot of forms) templates.push(unzipSync(await xlsxOf([snapshot])));
  for (let number = 0; number < count; number += 1) {
    const template = number % 2 === 0 ? templates[(number / 2) % templates.length] : undefined;
    const unit = join(folder, `单位${number % 20}`);
    mkdirSync(unit, { recursive: true });
    const bytes = template ? renamed(template, number) : await xlsxOf([distinctForm(12 + (number % 25), number)]);
    writeFileSync(join(unit, `自评表${number}.xlsx`), bytes);
  }
}

/** A folder as it comes: every format, damaged and encrypted files among them. */
async function mixed(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-mixed-'));
  try {
    for (const { bytes, name } of mixedFiles(count)) writeFileSync(join(folder, name), bytes);
    const { peak, processor, seconds } = await measured(resolve('src/main/review.js'), [folder, '--json'], [2]);
    say(
      `${count} files of thirteen kinds (.xlsx .xls .et .xlsb .ods .fods .docx, HTML as .xls, .xls as .xlsx, cut off, ` +
        `damaged, encrypted, PDF as .xls), ${availableParallelism()} threads: ${seconds.toFixed(1)} s ` +
        `(processor ${processor.toFixed(1)} s), peak ${peak.toFixed(0)} MiB`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints what the time of one file consists of, all programs warm. */
function stages(forms: string): void {
  const run = spawnSync(process.execPath, ['--import', 'tsx', resolve('test/bench/stages.ts'), forms], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  say(`processor time of one file, warm, without threads\n${run.stdout.trimEnd()}`);
}

/** What is run on a folder of forms, by what it is called in the table; each in a process of its own. */
function runsOn(folder: string, forms: string): readonly (readonly [string, readonly string[]])[] {
  const at = (name: string): string => join(folder, name);
  return [
    ['复核，一个线程', [forms, '--json', '--jobs', '1']],
    [`复核，${availableParallelism()} 个线程`, [forms, '--json']],
    ['另写复核稿 `--out`', [forms, '--json', '--out', at('out')]],
    ['另写网页 `--html`', [forms, '--json', '--html', at('r.html')]],
    ['另写汇总工作簿 `--xlsx`', [forms, '--json', '--xlsx', at('r.xlsx')]],
    ['一份结果 `--shard 1/1 --results`', [forms, '--shard', '1/1', '--results', at('r.jsonl')]],
    ['只翻一遍 `--shard 1/1000`', [forms, '--shard', '1/1000', '--results', at('none.jsonl')]],
    ['汇总各份 `--merge`', ['--merge', at('r.jsonl'), '--html', at('m.html'), '--xlsx', at('m.xlsx')]],
  ];
}

/** Processor time and peak memory of everything that is done with so many workbooks. */
async function batchOf(count: number, isFirst: boolean): Promise<ReadonlyMap<string, Run>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const forms = join(folder, 'forms');
    await generate(forms, count);
    if (isFirst) stages(forms);
    const runs = new Map([['只打开，一个线程', await measured(resolve('test/bench/openOnly.ts'), [forms])]]);
    for (const [what, words] of runsOn(folder, forms))
      runs.set(what, await measured(resolve('src/main/review.js'), words));
    say(`\n${count} 个工作簿，每个一张表；处理器时间是所有线程合计：\n`);
    table(
      ['做什么', '处理器秒', '每个，毫秒', '经过的秒', '内存峰值，MiB'],
      [...runs].map(([what, { peak, processor, seconds }]) => [
        what,
        processor.toFixed(1),
        ((1000 * processor) / count).toFixed(1),
        seconds.toFixed(1),
        peak.toFixed(0),
      ]),
    );
    return runs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const given = process.argv.slice(2).map(Number);
  const counts = given.length > 0 ? given : [200, 2000];
  const results: (readonly [number, ReadonlyMap<string, Run>])[] = [];
  for (const count of counts) results.push([count, await batchOf(count, results.length === 0)]);
  const last = results.at(-1);
  const first = results[0];
  if (first && last && first !== last) {
    const each = [...last[1]].map(([what, run]) => {
      const before = first[1].get(what);
      return before ? `${what} ${((1000 * (run.processor - before.processor)) / (last[0] - first[0])).toFixed(1)}` : '';
    });
    say(`不算启动，每多一个工作簿的处理器毫秒：${each.join('；')}。\n`);
  }
  if (last) {
    const secondsOf = (what: string): number => (last[1].get(what)?.processor ?? Number.NaN) / last[0];
    province(table, say, {
      whole: secondsOf('一份结果 `--shard 1/1 --results`'),
      lookedThrough: secondsOf('只翻一遍 `--shard 1/1000`'),
      merged: secondsOf('汇总各份 `--merge`'),
    });
  }
  await mixed(500);
  keep();
}

void main();
