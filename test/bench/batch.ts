/**
 * A whole bureau at once: files a second, the ratio to merely opening them, peak memory, and how both grow from 200 to
 * 2,000 workbooks. `npm run bench:batch [count …]`
 *
 * Merely opening is what the review does first, through the same file port: read the file, unzip it, decode every
 * sheet to the snapshot that is reviewed. Nothing is added to it to flatter the ratio.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { familyForms, publishedForms } from '../forms';
import { mixedFiles } from '../support/mixedFiles';
import { xlsxOf } from '../support/xlsxOf';
import { notebookOf } from './notebook';

const { keep, say } = notebookOf('npm run bench:batch');

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
    ['--import', 'tsx', '--import', `data:text/javascript,${encodeURIComponent(peak)}`, program, ...words],
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

/** Workbooks made of the fixtures in turn, each with a project of its own. */
async function generate(folder: string, count: number): Promise<void> {
  const forms = [...publishedForms.map(({ snapshot }) => snapshot), ...familyForms.map(({ snapshot }) => snapshot)];
  const templates = [];
  for (const snapshot of forms) templates.push(unzipSync(await xlsxOf([snapshot])));
  for (let number = 0; number < count; number += 1) {
    const parts = { ...templates[number % templates.length] };
    const strings = new TextDecoder().decode(parts['xl/sharedStrings.xml']);
    // The first long text is a title or a name: enough to make the files differ.
    const own = strings.replace(/(<t[^>]*>[^<]{4,})(<\/t>)/u, `$1${number}$2`);
    parts['xl/sharedStrings.xml'] = new TextEncoder().encode(own);
    const unit = join(folder, `单位${number % 20}`);
    mkdirSync(unit, { recursive: true });
    writeFileSync(join(unit, `自评表${number}.xlsx`), zipSync(parts, { level: 6 }));
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

async function main(): Promise<void> {
  const counts = process.argv.slice(2).map(Number);
  const results: { count: number; opened: Run; reviewed: Run; batch: Run; reported: Run }[] = [];
  for (const count of counts.length > 0 ? counts : [200, 2000]) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
      const forms = join(folder, 'forms');
      await generate(forms, count);
      const cli = resolve('src/main/review.js');
      const reports = ['--html', join(folder, 'r.html'), '--xlsx', join(folder, 'r.xlsx')];
      if (results.length === 0) stages(forms);
      const opened = await measured(resolve('test/bench/openOnly.ts'), [forms]);
      const reviewed = await measured(cli, [forms, '--json', '--jobs', '1']);
      const batch = await measured(cli, [forms, '--json']);
      const reported = await measured(cli, [forms, ...reports]);
      results.push({ count, opened, reviewed, batch, reported });
      const line = (what: string, { peak, processor, seconds }: Run): string =>
        `  ${what}: ${seconds.toFixed(1)} s (processor ${processor.toFixed(1)} s), ${(count / seconds).toFixed(1)} files/s, peak ${peak.toFixed(0)} MiB`;
      say(
        [
          `${count} workbooks`,
          line('merely opened: read, unzipped, every sheet decoded; one thread', opened),
          line('reviewed, one thread', reviewed),
          `  ratio to merely opening, processor time: ${(reviewed.processor / opened.processor).toFixed(2)}`,
          line(`reviewed, ${availableParallelism()} threads`, batch),
          line('reviewed, with page and summary workbook', reported),
        ].join('\n'),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const [few, many] = results;
  if (few && many) {
    const added = (pick: (result: (typeof results)[number]) => Run): number =>
      pick(many).processor - pick(few).processor;
    const ratio = added(({ reviewed }) => reviewed) / added(({ opened }) => opened);
    say(`ratio to merely opening for each further file, without start-up: ${ratio.toFixed(2)}`);
    const growth = (pick: (result: (typeof results)[number]) => number): string => (pick(many) / pick(few)).toFixed(2);
    say(
      `from ${few.count} to ${many.count}: processor time × ${growth(({ batch }) => batch.processor)}, ` +
        `peak × ${growth(({ batch }) => batch.peak)} (with reports × ${growth(({ reported }) => reported.peak)})`,
    );
  }
  await mixed(500);
  keep();
}

void main();
