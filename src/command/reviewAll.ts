/** One run of the command: files are found, reviewed in threads, printed and reported; it comes to an exit code. */
import { dirname } from 'node:path';
import type { ReviewArguments } from './arguments';
import { runBatch } from './batch';
import { fileTasks } from './disk/fileTasks';
import type { Journal } from './disk/journal';
import type { ThreadData } from './disk/threadRunner';
import type { ExitCode } from './exitCode';
import type { CommandHouse } from './house';
import { watchInterruption } from './interruption';
import { createPrinter } from './printer';
import { createProgress } from './progress';
import { formsOf, type Published } from './published';
import { journalAt, journalPath, resumptionOf } from './resumption';
import type { FileTask } from './reviewedFile';
import { runnersFor } from './runners';
import { createTally, type Tally } from './tally';

/** Everything that a run needs, found sound. */
interface Run {
  readonly choice: ReviewArguments;
  readonly data: ThreadData;
  readonly tasks: readonly FileTask[];
  readonly journal: Journal | null;
  readonly house: CommandHouse;
}

/** What `--rubric` names; the profiles are fetched only where one is named. */
async function readRubric(
  named: string | null,
  { rubricProblem }: CommandHouse,
): Promise<{ readonly data: ThreadData } | { readonly problem: string }> {
  if (named === null) return { data: { rubric: null } };
  const { readRubricChoice } = await import('./rubricChoice');
  return readRubricChoice(named, rubricProblem);
}

/** The run that the arguments ask for, or the sentence that says why there is none. */
async function prepare(
  choice: ReviewArguments,
  house: CommandHouse,
): Promise<{ readonly run: Run } | { readonly problem: string }> {
  const read = await readRubric(choice.rubric, house);
  if ('problem' in read) return read;
  const found = fileTasks(choice);
  if ('problem' in found) return found;
  const place = journalPath(choice);
  const journal = place === null ? null : journalAt(place, choice.resume);
  if (place !== null && !journal) return { problem: `“${dirname(place)}”写不进去，请换一个文件夹。` };
  return { run: { choice, data: read.data, tasks: found.tasks, journal, house } };
}

/** Reviews the files and prints each; yields how many were handed on. */
async function reviewTasks({ choice, data, house, journal, tasks }: Run, tally: Tally): Promise<number> {
  const { terminal, threadProgram } = house;
  const printer = createPrinter(choice, (text) => terminal.print(text));
  const progress = createProgress(tasks.length, terminal.draw);
  const resumption = resumptionOf(tasks, journal, { resume: choice.resume, rubric: data.rubric });
  const interruption = watchInterruption();
  const handedOn = await runBatch({
    tasks,
    runners: runnersFor(resumption.left, choice.jobs, threadProgram, data).map((one) => resumption.skipping(one)),
    isStopped: () => interruption.isStopped(),
    onFinished(task, result) {
      resumption.keep(task, result);
      progress.step(result.file.fault !== null);
    },
    onNext(result) {
      tally.take(result);
      printer.next(result);
    },
  });
  progress.end();
  interruption.end();
  printer.end(tally.rollUp());
  return handedOn;
}

/** What is published, with the forms read back from the journal one by one. */
function publishedOf(tasks: readonly FileTask[], journal: Journal, tally: Tally): Published {
  return {
    rollUp: tally.rollUp(),
    unread: tally.unread(),
    files: tasks.length,
    time: new Date().toLocaleString('zh-CN', { hour12: false }),
    *forms() {
      for (const { path } of tasks) {
        const result = journal.read(path);
        yield* formsOf(result, tally.firstNumber(result.file.path));
      }
    },
  };
}

/** Runs the command; a wrong one is refused with a sentence. */
export async function reviewAll(choice: ReviewArguments, house: CommandHouse): Promise<ExitCode> {
  const { terminal } = house;
  const prepared = await prepare(choice, house);
  if ('problem' in prepared) {
    terminal.say(prepared.problem);
    return 2;
  }
  const { journal, tasks } = prepared.run;
  const tally = createTally();
  const handedOn = await reviewTasks(prepared.run, tally);
  if (handedOn < tasks.length) {
    journal?.close();
    terminal.say(
      `已停止：完成 ${handedOn} / ${tasks.length} 个文件。${journal ? '用同样的命令加 --resume 继续。' : ''}`,
    );
    return 130;
  }
  const { copies, done, left } = tally.written();
  if (copies > 0) terminal.say(`复核稿已存为 ${choice.out ?? ''}：写入 ${done} 处，未写 ${left} 处。`);
  if (journal && (choice.html !== null || choice.xlsx !== null)) {
    const { writeReports } = await import('./reports');
    const refused = await writeReports(choice, publishedOf(tasks, journal, tally), house);
    if (refused.length > 0) {
      journal.close();
      const names = refused.map((path) => `“${path}”`).join('、');
      terminal.say(`${names}写不进去。请关闭正在使用它的程序，再用同样的命令加 --resume。`);
      return 2;
    }
  }
  journal?.remove();
  return tally.code();
}
