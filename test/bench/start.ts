/**
 * What a start of the command line costs, cold: every run is a process of its own. `npm run bench:start [runs]`
 *
 * Processor time, all threads together, so that other work on the machine lengthens it little; median, least and most.
 * Beside it stands what Node needs to do nothing, and the sources as they are run where the one file cannot be made.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { notebookOf } from './notebook';

const { keep, say } = notebookOf('npm run bench:start');

/** Tells the processor time of the process as it ends; a thread tells it as well, and the last word is the largest. */
const tell =
  'process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\nTIME "+(u.userCPUTime+u.systemCPUTime)+"\\n")})';
const telling = ['--import', `data:text/javascript,${encodeURIComponent(tell)}`];

/** Milliseconds of processor time of one run. */
function timeOf(words: readonly string[]): number {
  const { status, stderr } = spawnSync(process.execPath, [...telling, ...words], { encoding: 'utf8' });
  // A form with a fatal finding ends with 1.
  if (status !== 0 && status !== 1) throw new Error(`${words.join(' ')} ended with ${String(status)}: ${stderr}`);
  return Math.max(...[...stderr.matchAll(/TIME (\d+)/gu)].map(([, time]) => Number(time))) / 1000;
}

const bundle = [resolve('src/main/review.js')];
const sources = ['--import', 'tsx', resolve('src/main/cli.ts')];
const sample = resolve('src/demo/samples/huaiyuan-2023.xlsx');
const rows: readonly (readonly [string, readonly string[]])[] = [
  ['Node，什么也不做', ['--eval', '0']],
  ['`--help`', [...bundle, '--help']],
  ['一个工作簿（三张公开的自评表）', [...bundle, sample]],
  ['同上，直接运行源代码', [...sources, sample]],
];

const runs = Number(process.argv[2] ?? 9);
// Makes the one file where it is not there yet, and warms the disk.
for (const [, words] of rows) timeOf(words);
say(`每格 ${runs} 次，各是一个新进程；处理器毫秒，所有线程合计。\n`);
say('| 运行什么 | 中位数 | 最少 | 最多 |\n| --- | ---: | ---: | ---: |');
for (const [what, words] of rows) {
  const times = Array.from({ length: runs }, () => timeOf(words)).sort((left, right) => left - right);
  const [median, least, most] = [times[Math.floor(runs / 2)], times[0], times.at(-1)].map((time = 0) =>
    time.toFixed(0),
  );
  say(`| ${what} | ${median} | ${least} | ${most} |`);
}
keep();
