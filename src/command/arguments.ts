/** What the command line may say, and its help. */
import { parseArgs } from 'node:util';

export interface ReviewArguments {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly out: string | null;
  readonly help: boolean;
}

/** The arguments, or the sentence that says what is wrong with them. */
export type ReadArguments =
  { readonly ok: true; readonly value: ReviewArguments } | { readonly ok: false; readonly problem: string };

export const help = `用法：npm run --silent review -- <文件.xlsx …> [--json] [--out <复核稿.xlsx>]

复核项目支出绩效自评表，不需要 Excel。
  --json         输出 JSON（格式版本 1，见 README）
  --out <文件>   另存复核稿：写入应得分、偏差说明草稿和标记；原文件不动（只能配一个输入文件）
  --help         显示本说明

退出码：0 没有 P0 问题；1 有 P0 问题；2 有文件读不了、写不了，或命令有误。`;

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

/** Reads the arguments after the command's name. */
export function readArguments(words: readonly string[]): ReadArguments {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (thrown) {
    const problem = problemOf(thrown);
    // Anything but a complaint about the words of the command is a bug.
    if (problem === null) throw thrown;
    return { ok: false, problem };
  }
  const { positionals, values } = parsed;
  const value = { paths: positionals, json: values.json ?? false, out: values.out ?? null, help: values.help ?? false };
  if (value.help) return { ok: true, value };
  if (value.paths.length === 0) return { ok: false, problem: '没有给出要复核的文件。' };
  if (value.out !== null && value.paths.length > 1) return { ok: false, problem: '--out 只能配一个输入文件。' };
  return { ok: true, value };
}
