/** One run of the command: files are found, reviewed in threads, printed and reported; it comes to an exit code. */
import type { ReviewArguments, Shard } from './arguments';
import { runBatch } from './batch';
import { fileTasks } from './disk/fileTasks';
import { unseenLine } from './disk/findWorkbooks';
import { openInstallation } from './disk/installation';
import type { BatchJournal } from './disk/journal';
import { runOf, type Whole } from './disk/shardResults';
import { numberedLine, targetProblem } from './disk/targets';
import type { ThreadData } from './disk/threadRunner';
import { writeWhole } from './disk/wholeFile';
import type { ExitCode } from './exitCode';
import { firstRoundFiles, unreadFirstRound } from './firstRoundFiles';
import { gatherBeside, type LookingRunner } from './gatherBeside';
import type { HeldReviews } from './reviewedAhead';
import type { CommandHouse, CommandTemplate } from './house';
import type { Published } from '../summary/published';
import { watchInterruption } from './interruption';
import { createPrinter } from './printer';
import { createProgress } from './progress';
import { placeCopies } from './placement';
import { type HeldJournal, journalAt, journalPath, type Resumption, resumptionOf } from './resumption';
import { type FileTask, formsOf } from './reviewedFile';
import { runnersFor } from './runners';
import { createTally, type Tally } from './tally';

/** Everything that a run needs, found sound. */
interface Run {
  readonly choice: ReviewArguments;
  readonly data: ThreadData;
  readonly tasks: readonly FileTask[];
  readonly runners: readonly LookingRunner[];
  /** What was reviewed while the files were looked through. */
  readonly held: HeldReviews;
  readonly resumption: Resumption;
  readonly journal: HeldJournal | null;
  /** By which letters are written; null: our own. */
  readonly template: CommandTemplate | null;
  /** Which of all files these are. */
  readonly share: Share;
  readonly house: CommandHouse;
}

/** The files of this run among all that were found. */
interface Share extends Whole {
  readonly shard: Shard;
  /** Of each task, its place among all. */
  readonly places: readonly number[];
}

/** Every so many-th file, so that large and small ones are shared alike; without `--shard` all of them. */
function shareOf(choice: ReviewArguments, all: readonly FileTask[], rubric: unknown): Share {
  const shard = choice.shard ?? { index: 1, count: 1 };
  const paths = all.map(({ path }) => path);
  const places = paths.flatMap((_, place) => (place % shard.count === shard.index - 1 ? [place] : []));
  return { shard, places, files: all.length, run: runOf([rubric, choice.adopt, choice.against], paths) };
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
  const share = shareOf(choice, found.tasks, rubric);
  const mine = share.places.flatMap((place) => found.tasks[place] ?? []);
  const runners = runnersFor(found.tasks.length, choice.jobs, house.threadProgram, data, onBug);
  // Of all files, those of other shares too: what is found in one may be about a form in another.
  const reviewed = new Set(mine);
  // What is resumed may be finished, a copy is marked with all that was found, and columns that are adopted tell something else.
  const mayAhead = (task: FileTask): boolean =>
    !choice.resume && !choice.adopt && task.copy === null && reviewed.has(task);
  const gathered = await gatherBeside(found.tasks, firstRound, runners, mayAhead);
  if ('unread' in gathered) {
    await Promise.all(runners.map((runner) => runner.stop()));
    return { problem: unreadFirstRound(gathered.unread) };
  }
  const { beside, held } = gathered;
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
  const resumption = resumptionOf(mine, journal, {
    ...{ resume: choice.resume, beside },
    rubric: [rubric, data.adopts, data.letters],
  });
  const { numbered, tasks } = placeCopies(mine, (task) => resumption.isFinished(task), secret);
  for (const line of [numberedLine(numbered), unseenLine(found.unseen)]) if (line !== null) terminal.say(line);
  return { run: { choice, data, tasks, runners, held, resumption, journal, template, share, house } };
}

/** What is said where this installation cannot keep its secret, and so knows nothing as its own. */
const secretless = '本机的密钥存不下来（用户设置的文件夹写不进去），以前写的认不出来，--resume 和 --overwrite 用不上。';

/** Reviews the files and prints each; yields how many were handed on. */
async function reviewTasks({ choice, held, house, resumption, runners, tasks }: Run, tally: Tally): Promise<number> {
  const { terminal } = house;
  const printer = createPrinter(choice, (text) => terminal.print(text));
  const progress = createProgress(tasks.length, terminal.draw);
  const interruption = watchInterruption();
  const handedOn = await runBatch({
    tasks,
    runners: runners.map((one) => resumption.skipping(held.skipping(one))),
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
  const { data, journal, share, tasks, template } = prepared.run;
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
    const { reportsProblem, timeWithOffset, writeReports } = await import('./reports');
    const time = choice.time ? timeWithOffset(new Date()) : null;
    const written = await writeReports(choice, publishedOf(tasks, journal, tally, time), house, data.secret);
    const problem = reportsProblem(written, '再用同样的命令加 --resume');
    if (problem !== null) {
      journal.close();
      terminal.say(problem);
      return 2;
    }
  }
  if (journal && choice.results !== null) {
    const { shareLines } = await import('./disk/shardResults');
    const results = function* () {
      for (const [nth, { path }] of tasks.entries())
        yield { place: share.places[nth] ?? 0, result: journal.read(path) };
    };
    if (!writeWhole(choice.results, shareLines(share, share.shard, results()))) {
      journal.close();
      terminal.say(`“${choice.results}”写不进去。请换一个位置，再用同样的命令加 --resume。`);
      return 2;
    }
    terminal.say(
      `已写 ${choice.results}：第 ${share.shard.index} 份，共 ${share.shard.count} 份；各份做完，用 --merge 汇总。`,
    );
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
