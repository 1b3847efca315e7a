/** One run of the command: files are found, reviewed in threads, printed and reported; it comes to an exit code. */
import type { ReviewArguments } from './arguments';
import { runBatch } from './batch';
import { fileTasks } from './disk/fileTasks';
import { unseenLine } from './disk/findWorkbooks';
import { openInstallation } from './disk/installation';
import type { BatchJournal } from './disk/journal';
import { numberedLine, targetProblem } from './disk/targets';
import type { ThreadData } from './disk/threadRunner';
import type { ExitCode } from './exitCode';
import { firstRoundFiles, unreadFirstRound } from './firstRoundFiles';
import { gatherBeside, type LookingRunner } from './gatherBeside';
import type { CommandHouse, CommandTemplate } from './house';
import { watchInterruption } from './interruption';
import { createPrinter } from './printer';
import { createProgress } from './progress';
import { formsOf, type Published } from './published';
import { placeCopies } from './placement';
import { type HeldJournal, journalAt, journalPath, type Resumption, resumptionOf } from './resumption';
import type { FileTask } from './reviewedFile';
import { runnersFor } from './runners';
import { createTally, type Tally } from './tally';

/** Everything that a run needs, found sound. */
interface Run {
  readonly choice: ReviewArguments;
  readonly data: ThreadData;
  readonly tasks: readonly FileTask[];
  readonly runners: readonly LookingRunner[];
  readonly resumption: Resumption;
  readonly journal: HeldJournal | null;
  /** By which letters are written; null: our own. */
  readonly template: CommandTemplate | null;
  readonly house: CommandHouse;
}

/** What `--rubric` names; the profiles are fetched only where one is named. */
async function readRubric(
  named: string | null,
  { loadSentences }: CommandHouse,
): Promise<{ readonly rubric: unknown } | { readonly problem: string }> {
  if (named === null) return { rubric: null };
  const { readRubricChoice } = await import('./rubricChoice');
  const sentences = await loadSentences();
  return readRubricChoice(named, (problem) => sentences.rubricProblem(problem));
}

/** What `--template` names; null: our own text. */
async function readTemplate(
  named: string | null,
  { loadLetters }: CommandHouse,
): Promise<CommandTemplate | { readonly problem: string } | null> {
  return named === null ? null : (await loadLetters()).readTemplate(named);
}

/** The run that the arguments ask for, or the sentence that says why there is none; nothing is written before. */
async function prepare(
  choice: ReviewArguments,
  house: CommandHouse,
): Promise<{ readonly run: Run } | { readonly problem: string }> {
  const { terminal } = house;
  const read = await readRubric(choice.rubric, house);
  if ('problem' in read) return read;
  const { rubric } = read;
  const template = await readTemplate(choice.template, house);
  if (template && 'problem' in template) return template;
  const { isLasting, secret } = openInstallation();
  const found = fileTasks(choice, secret);
  if ('problem' in found) return found;
  const problem = targetProblem(choice, secret);
  if (problem !== null) return { problem };
  const firstRound = firstRoundFiles(choice.against);
  if ('problem' in firstRound) return firstRound;
  const data = { rubric, secret, adopts: choice.adopt, letters: choice.letter !== null };
  const onBug = (details: string): void => {
    if (choice.debug) terminal.say(details);
  };
  const runners = runnersFor(found.tasks.length, choice.jobs, house.threadProgram, data, onBug);
  const gathered = await gatherBeside(found.tasks, firstRound, runners);
  if ('unread' in gathered) {
    await Promise.all(runners.map((runner) => runner.stop()));
    return { problem: unreadFirstRound(gathered.unread) };
  }
  const { beside } = gathered;
  const place = journalPath(choice);
  const journal = place === null ? null : journalAt(place, choice.resume, secret);
  if (journal && 'problem' in journal) {
    await Promise.all(runners.map((runner) => runner.stop()));
    return journal;
  }
  if (!isLasting && (choice.resume || choice.overwrite)) terminal.say(secretless);
  if (journal && journal.unsound > 0) {
    terminal.say(`进度记录里有 ${journal.unsound} 行读不出来或不是这台机器上写的，没有采用，相应的文件重新复核。`);
  }
  const resumption = resumptionOf(found.tasks, journal, {
    ...{ resume: choice.resume, beside },
    rubric: [rubric, data.adopts, data.letters],
  });
  const { numbered, tasks } = placeCopies(found.tasks, (task) => resumption.isFinished(task), secret);
  for (const line of [numberedLine(numbered), unseenLine(found.unseen)]) if (line !== null) terminal.say(line);
  return { run: { choice, data, tasks, runners, resumption, journal, template, house } };
}

/** What is said where this installation cannot keep its secret, and so knows nothing as its own. */
const secretless = '本机的密钥存不下来（用户设置的文件夹写不进去），以前写的认不出来，--resume 和 --overwrite 用不上。';

/** Reviews the files and prints each; yields how many were handed on. */
async function reviewTasks({ choice, house, resumption, runners, tasks }: Run, tally: Tally): Promise<number> {
  const { terminal } = house;
  const printer = createPrinter(choice, (text) => terminal.print(text));
  const progress = createProgress(tasks.length, terminal.draw);
  const interruption = watchInterruption();
  const handedOn = await runBatch({
    tasks,
    runners: runners.map((one) => resumption.skipping(one)),
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

/** "2026-03-01 08:30 +08:00": local time that says where it is local. */
function timeWithOffset(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())} ${offset}`;
}

/** What is published, with the forms read back from the journal one by one. */
function publishedOf(tasks: readonly FileTask[], journal: BatchJournal, tally: Tally, time: string | null): Published {
  return {
    rollUp: tally.rollUp(),
    unread: tally.unread(),
    files: tasks.length,
    time,
    *forms() {
      for (const { path } of tasks) {
        const result = journal.read(path);
        yield* formsOf(result, tally.firstNumber(result.file.path));
      }
    },
  };
}

/** What letters are about, file by file. */
function* lettersOf(tasks: readonly FileTask[], journal: BatchJournal) {
  for (const { path } of tasks) yield { path, forms: journal.read(path).forms.flatMap(({ letter }) => letter ?? []) };
}

function refusedLine(paths: readonly string[]): string {
  const names = paths.map((path) => `“${path}”`).join('、');
  return `${names}写不进去。请关闭正在使用它的程序，再用同样的命令加 --resume。`;
}

/** Runs the command; a wrong one is refused with a sentence. */
export async function reviewAll(choice: ReviewArguments, house: CommandHouse): Promise<ExitCode> {
  const { terminal } = house;
  const prepared = await prepare(choice, house);
  if ('problem' in prepared) {
    terminal.say(prepared.problem);
    return 2;
  }
  const { data, journal, tasks, template } = prepared.run;
  const tally = createTally();
  const handedOn = await reviewTasks(prepared.run, tally);
  if (handedOn < tasks.length) {
    journal?.close();
    terminal.say(
      `已停止：完成 ${handedOn} / ${tasks.length} 个文件。${journal ? '用同样的命令加 --resume 继续。' : ''}`,
    );
    return 130;
  }
  if (journal?.isFull())
    terminal.say(`“${journal.folder}”的进度记不下来（磁盘可能满了）：复核做完了，但没有记下进度。`);
  const { converted, copies, done, left } = tally.written();
  if (copies > 0) {
    const note = converted === 0 ? '' : `其中 ${converted} 份原来不是 .xlsx，复核稿已转成 .xlsx，原文件不动。`;
    terminal.say(`复核稿已存为 ${choice.out ?? ''}：写入 ${done} 处，未写 ${left} 处。${note}`);
  }
  if (journal && (choice.html !== null || choice.xlsx !== null)) {
    const { writeReports } = await import('./reports');
    const { refused, taken } = await writeReports(
      choice,
      publishedOf(tasks, journal, tally, choice.time ? timeWithOffset(new Date()) : null),
      house,
      data.secret,
    );
    if (taken.length > 0) {
      journal.close();
      terminal.say(
        `“${taken.join('、')}”这时已经有了，不是本工具写的，没有动它。请把它移走，再用同样的命令加 --resume。`,
      );
      return 2;
    }
    if (refused.length > 0) {
      journal.close();
      terminal.say(refusedLine(refused));
      return 2;
    }
  }
  if (journal && choice.letter !== null) {
    const { writeLetters } = await import('./letters');
    const refused = await writeLetters(choice, template, lettersOf(tasks, journal), house, data.secret);
    if (refused.length > 0) {
      journal.close();
      terminal.say(refusedLine(refused));
      return 2;
    }
  }
  const isFull = journal?.isFull() ?? false;
  journal?.remove();
  return isFull ? 2 : tally.code();
}
