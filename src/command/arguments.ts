/** What the command line may say. */
import { parseArgs } from 'node:util';

/** One share of the files of a run: the `index`-th of `count`, from one. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export interface ReviewArguments {
  /** Files, folders and globs as typed. */
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly html: string | null;
  readonly xlsx: string | null;
  /** A folder, or with one input the copy itself. */
  readonly out: string | null;
  /** Whether the copies are given sheets of our own beside the unit's. */
  readonly sheets: boolean;
  /** Id of a built-in profile, or a file. */
  readonly rubric: string | null;
  /** A Word file for one letter about all forms, or a folder for several. */
  readonly letter: string | null;
  /** The text of letters: a Word file, or a workbook with a sheet of it. */
  readonly template: string | null;
  /** What fills the slots of letters, as 期限=2026年3月20日. */
  readonly slots: readonly string[];
  /** Whether letters are one a unit; else one a workbook. */
  readonly perUnit: boolean;
  /** Whether decisions, rubric and columns that came with a file are taken up. */
  readonly adopt: boolean;
  /** File, folder or glob of the first round, which the forms are held against; null: none. */
  readonly against: string | null;
  /** How many files at once; null: as the machine allows. */
  readonly jobs: number | null;
  readonly resume: boolean;
  /** Whether files that are provably ours, and untouched since, may be replaced. */
  readonly overwrite: boolean;
  /** Whether the page says when it was made: then two runs are not the same bytes. */
  readonly time: boolean;
  /** Whether the details of a bug are shown. */
  readonly debug: boolean;
  /** Whether clean copies are made instead of a review. */
  readonly clean: boolean;
  /** Which share of the files is reviewed; null: all. */
  readonly shard: Shard | null;
  /** Where the results of a share go. */
  readonly results: string | null;
  /** Whether the paths are results of shares, to be put together. */
  readonly merge: boolean;
  readonly help: boolean;
}

/** The arguments, or the sentence that says what is wrong with them. */
export type ReadArguments =
  { readonly ok: true; readonly value: ReviewArguments } | { readonly ok: false; readonly problem: string };

/** More threads than this have never been of use, and each takes memory. */
const mostJobs = 64;

/** What `parseArgs` complains about, by its code; its own message is English. */
const problems: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: '命令有误：有不认识的选项。',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: '命令有误：有选项缺少内容，或不该有内容。',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: '命令有误：有多余的参数。',
};

function problemOf(thrown: unknown): string | null {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return null;
  return problems[String(thrown.code)] ?? null;
}

/** Whether a path names a workbook that can be written, rather than a folder. */
export function namesWorkbook(path: string): boolean {
  return /\.xls[xm]$/iu.test(path);
}

/** Whether a path names a letter, rather than a folder of letters. */
export function namesLetter(path: string): boolean {
  return /\.docx$/iu.test(path);
}

/** What is wrong with what is said of letters, or null. */
function letterContradiction({ clean, letter, perUnit, slots, template }: ReviewArguments): string | null {
  if (letter === null)
    return template !== null || slots.length > 0 || perUnit
      ? '--template、--slot、--per-unit 要和 --letter 一起用。'
      : null;
  if (clean) return '--clean 只做干净副本，不复核：只能和 --out 一起用。';
  if (/\.(?:docm?|dotx?|wps|pdf|xls[xm]?|txt|html?)$/iu.test(letter))
    return '--letter 后面要写 .docx 文件名，或文件夹。';
  if (perUnit && namesLetter(letter)) return '--per-unit 一个单位一封：--letter 后面请写文件夹。';
  if (slots.some((slot) => !/^[^=]+=/u.test(slot))) return '--slot 要写成“名称=内容”，例如 --slot 期限=2026年3月20日。';
  return null;
}

/** More machines than this nobody has. */
const mostShards = 1000;

/** "2/8" as a share; what cannot be one is the share 0, which is refused. */
function shardOf(text: string): Shard {
  const [, index = '0', count = '0'] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text) ?? [];
  return { index: Number(index), count: Number(count) };
}

/** What is wrong with a share, or with putting shares together; else null. */
function contradictionOfShares(value: ReviewArguments): string | null {
  const { adopt, against, clean, html, jobs, json, letter, merge, out, results, resume, rubric, shard, sheets, xlsx } =
    value;
  const isRefused =
    against !== null ||
    out !== null ||
    letter !== null ||
    sheets ||
    rubric !== null ||
    adopt ||
    jobs !== null ||
    resume ||
    clean;
  if (merge && (isRefused || shard !== null || results !== null))
    return '--merge 只汇总各份的结果：只能和 --json、--html、--xlsx、--overwrite、--time 一起用。';
  if (shard && !(shard.index >= 1 && shard.index <= shard.count && shard.count <= mostShards))
    return `--shard 要写成 2/8：第 2 份，共 8 份，最多 ${mostShards} 份。`;
  if ((shard === null) !== (results === null)) return '--shard 和 --results <文件.jsonl> 要一起用。';
  if (results !== null && !/\.jsonl$/iu.test(results)) return '--results 后面要写 .jsonl 文件名。';
  if (
    shard &&
    (json || html !== null || xlsx !== null || letter !== null || clean || (out !== null && namesWorkbook(out)))
  )
    return '--shard 只做一份，不写 JSON、网页、汇总工作簿和函：等各份做完，用 --merge 汇总。';
  return null;
}

/** What is wrong with arguments that can be read, or null. */
function contradiction(value: ReviewArguments): string | null {
  const {
    adopt,
    against,
    clean,
    html,
    jobs,
    json,
    letter,
    out,
    overwrite,
    paths,
    results,
    resume,
    rubric,
    sheets,
    xlsx,
  } = value;
  if (paths.length === 0) return '没有给出要复核的文件。';
  if (out !== null && namesWorkbook(out) && paths.length > 1)
    return '--out 只能配一个输入文件；多个文件请给一个文件夹。';
  if (clean && out === null) return '--clean 要和 --out 一起用：干净副本另存在那里，原文件不动。';
  if (
    clean &&
    (json ||
      html !== null ||
      xlsx !== null ||
      sheets ||
      adopt ||
      against !== null ||
      rubric !== null ||
      jobs !== null ||
      resume)
  )
    return '--clean 只做干净副本，不复核：只能和 --out 一起用。';
  if (clean && overwrite) return '--clean 只写在还没有文件的位置，从不覆盖：不能和 --overwrite 一起用。';
  if (html !== null && !/\.html?$/iu.test(html)) return '--html 后面要写 .html 文件名。';
  if (xlsx !== null && !/\.xlsx$/iu.test(xlsx)) return '--xlsx 后面要写 .xlsx 文件名。';
  if (jobs !== null && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= mostJobs))
    return `--jobs 要写 1 到 ${mostJobs} 的整数。`;
  if (sheets && out === null) return '--sheets 要和 --out 一起用：几张附加的表写在复核稿里。';
  const ofLetter = letterContradiction(value);
  if (ofLetter !== null) return ofLetter;
  const isFolder = out !== null && !namesWorkbook(out);
  if (resume && html === null && xlsx === null && letter === null && results === null && !isFolder)
    return '--resume 要和 --html、--xlsx、--letter 或 --out <文件夹> 一起用。';
  return contradictionOfShares(value);
}

/** Reads the arguments after the command's name. */
export function readArguments(words: readonly string[]): ReadArguments {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        html: { type: 'string' },
        xlsx: { type: 'string' },
        out: { type: 'string' },
        sheets: { type: 'boolean' },
        rubric: { type: 'string' },
        adopt: { type: 'boolean' },
        letter: { type: 'string' },
        template: { type: 'string' },
        slot: { type: 'string', multiple: true },
        'per-unit': { type: 'boolean' },
        against: { type: 'string' },
        jobs: { type: 'string' },
        resume: { type: 'boolean' },
        overwrite: { type: 'boolean' },
        time: { type: 'boolean' },
        debug: { type: 'boolean' },
        clean: { type: 'boolean' },
        shard: { type: 'string' },
        results: { type: 'string' },
        merge: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (thrown) {
    const problem = problemOf(thrown);
    // Anything but a complaint about the words of the command is a bug.
    if (problem === null) throw thrown;
    return { ok: false, problem };
  }
  const { positionals, values } = parsed;
  const value: ReviewArguments = {
    paths: positionals,
    json: values.json ?? false,
    html: values.html ?? null,
    xlsx: values.xlsx ?? null,
    out: values.out ?? null,
    sheets: values.sheets ?? false,
    rubric: values.rubric ?? null,
    adopt: values.adopt ?? false,
    letter: values.letter ?? null,
    template: values.template ?? null,
    slots: values.slot ?? [],
    perUnit: values['per-unit'] ?? false,
    against: values.against ?? null,
    jobs: values.jobs === undefined ? null : Number(values.jobs),
    resume: values.resume ?? false,
    overwrite: values.overwrite ?? false,
    time: values.time ?? false,
    debug: values.debug ?? false,
    clean: values.clean ?? false,
    shard: values.shard === undefined ? null : shardOf(values.shard),
    results: values.results ?? null,
    merge: values.merge ?? false,
    help: values.help ?? false,
  };
  if (value.help) return { ok: true, value };
  const problem = contradiction(value);
  return problem === null ? { ok: true, value } : { ok: false, problem };
}
