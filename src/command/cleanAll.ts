/** `--clean`: copies of workbooks as they may go back to the unit; nothing is reviewed, and no original is touched. */
import type { ReviewArguments } from './arguments';
import { fileTasks } from './disk/fileTasks';
import { openInstallation } from './disk/installation';
import type { ExitCode } from './exitCode';
import type { CommandHouse } from './house';

/** Makes the copies one after the other, says of each what was left out, and comes to an exit code. */
export async function cleanAll(
  choice: ReviewArguments,
  { cleanFile, loadSentences, terminal }: CommandHouse,
): Promise<ExitCode> {
  const found = fileTasks(choice, openInstallation().secret);
  if ('problem' in found) {
    terminal.say(found.problem);
    return 2;
  }
  let isAllDone = true;
  for (const { copy, path } of found.tasks) {
    // `--clean` asks for `--out`, which gives every file the place of its copy.
    if (copy === null) throw new Error('a clean copy without a place');
    const cleaned = await cleanFile(path, copy);
    if (cleaned.ok) {
      const { marks, memories, webExtensions } = cleaned.value;
      terminal.print(`${copy}：去掉标记 ${marks} 条、记录 ${memories} 项、加载项部件 ${webExtensions} 个。\n`);
    } else {
      isAllDone = false;
      const { nextStep, sentence } = (await loadSentences()).fault(cleaned.fault);
      terminal.say(`${path}：${sentence}${nextStep}`);
    }
  }
  return isAllDone ? 0 : 2;
}
