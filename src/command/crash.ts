/** The end of a process that met a bug: never an exit code that could be taken for a result, and one sentence. */
import { isSystemError } from './disk/system';
import type { ExitCode } from './exitCode';

/** What the operating system refuses most often where it was not foreseen; anything else is named by its code. */
const refusals: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了',
  EDQUOT: '磁盘配额用完了',
  EFBIG: '文件超过了系统允许的大小',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘是只读的',
  EMFILE: '打开的文件太多',
};

/** The sentence and the exit code for what was thrown. */
function crashOf(thrown: unknown): { readonly sentence: string; readonly code: ExitCode } {
  if (isSystemError(thrown)) {
    const code = String((thrown as { readonly code: unknown }).code);
    const path = 'path' in (thrown as object) ? `“${String((thrown as { readonly path: unknown }).path)}”` : '';
    return {
      sentence: `${path}写不进去或读不了：${refusals[code] ?? code}。复核停下了，已写完的文件都是完整的。`,
      code: 2,
    };
  }
  return {
    sentence: '复核程序自己出了错，停下了；已写完的文件都是完整的。请加 --debug 再做一次，把显示的内容反馈给维护人员。',
    code: 3,
  };
}

/** Ends the process on anything that nobody caught. `isDebug`: also shows what it was. */
export function endOnCrash(say: (text: string) => void, isDebug: boolean): void {
  const end = (thrown: unknown): void => {
    const { code, sentence } = crashOf(thrown);
    say(sentence);
    if (isDebug) say(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    process.exit(code);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
