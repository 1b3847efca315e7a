/** A province of 100,000 forms on one machine and on several, reckoned from rates that were measured in the same run. */
import type { Notebook, tableOf } from './notebook';

/** Seconds of processor time a form. */
export interface Rates {
  /** Reviewed in one share, its results written. */
  readonly whole: number;
  /** Merely looked through for tables of targets, which every share does with all files. */
  readonly lookedThrough: number;
  /** Merged into page and workbook, on one core. */
  readonly merged: number;
}

const forms = 100_000;
const cores = 8;

const told = (seconds: number): string => `${Math.floor(seconds / 60)} 分 ${Math.round(seconds % 60)} 秒`;

/** Says the table; every core is taken to be busy all the time, and the files to be near. */
export function province(table: ReturnType<typeof tableOf>, say: Notebook['say'], rates: Rates): void {
  const { lookedThrough, merged, whole } = rates;
  say(
    `推算：${forms.toLocaleString('en-US')} 张表，每台 ${cores} 核；没有在 ${cores} 核上跑过，假定各核一直满、文件在本机。\n`,
  );
  table(
    ['机器', '翻一遍全部', '复核自己的一份', '汇总，一个核', '合计'],
    [1, 2, 4, 8].map((machines) => {
      const look = (forms * lookedThrough) / cores;
      const review = (forms * (whole - lookedThrough)) / cores / machines;
      const merge = forms * merged;
      return [`${machines} 台`, ...[look, review, merge, look + review + merge].map(told)];
    }),
  );
}
