/** The command line: wires files, use cases, threads and words, and prints. A thread of a batch runs it too. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { namesWorkbook, readArguments, type ReviewArguments } from '../command/arguments';
import { runBatch, type Runner } from '../command/batch';
import { fileTasks } from '../command/disk/fileTasks';
import { isForeign } from '../command/disk/findWorkbooks';
import { type Journal, openJournal, stampOf } from '../command/disk/journal';
import { bugFile, type ThreadAnswer, type ThreadData, threadRunner } from '../command/disk/threadRunner';
import { isSystemError } from '../command/disk/system';
import { makeFolderFor, writeWhole } from '../command/disk/wholeFile';
import { type ExitCode, withFile } from '../command/exitCode';
import { chineseHelp, help } from '../command/help';
import { pageOf } from '../command/page/pageOf';
import { progressLine } from '../command/progress';
import { formsOf, type Published, unreadOf, type Unread } from '../command/published';
import { type FileServices, type FileTask, refusedFile, type ReviewedFile, reviewFile } from '../command/reviewFile';
import type { Speaker } from '../command/speaker';
import { fileTable, onOneLine } from '../command/table';
import { workbookOf } from '../command/workbook/workbookOf';
import { parseRubric } from '../core/rubric/parseRubric';
import { profileById, profiles } from '../core/rubric/profiles';
import type { Rubric } from '../core/rubric/rubric';
import { openFileWorkbook } from '../file/fileWorkbook';
import { loadExcelize } from '../file/loadExcelize';
import { rollUp, type RollUpEntry, rollUpEntry } from '../summary/rollUp';
import { createWords } from '../words';

const words = createWords('zh-CN');

const speaker: Speaker = {
  finding: (finding) => words.findingText(finding),
  derivation: (derivation) => words.derivationText(derivation),
  noForm: (because) => {
    const { nextStep, sentence } = words.noFormText(because);
    return `${sentence}${nextStep}`;
  },
  layout: (layout) => words.layoutText(layout),
  fault: (fault) => words.faultText(fault),
};
const services: FileServices = { open: (path) => openFileWorkbook(path), speaker };

/** A file that needs no opening to be refused, or null. */
function refusedUnopened(path: string): ReviewedFile | null {
  if (!isForeign(path) || !existsSync(path)) return null;
  return refusedFile(
    path,
    'not-a-workbook',
    `“${path}”不是 .xlsx 格式，读不了。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再复核（装有 LibreOffice 时也可以用 soffice --headless --convert-to xlsx 成批转换）。`,
  );
}

async function reviewTask(task: FileTask, rubric: Rubric | null): Promise<ThreadAnswer> {
  try {
    if (task.copy !== null) makeFolderFor(task.copy);
    const result = refusedUnopened(task.path) ?? (await reviewFile(task, rubric, services));
    return { kind: 'reviewed', result };
  } catch (error) {
    // The boundary of one file: a bug that it brings out is reported as one and leaves the other files alone.
    return { kind: 'bug', details: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The rubric for a thread's data, which the main thread has already found sound. */
function rubricOf({ rubric }: ThreadData): Rubric | null {
  if (rubric === null) return null;
  const built = typeof rubric === 'string' ? profileById(rubric) : null;
  if (built) return built;
  const parsed = parseRubric(rubric);
  if (!parsed.ok) throw new Error('a thread was given a rubric that is not sound');
  return parsed.value;
}

/** What `--rubric` names: data for threads, or the sentences that say what is wrong with it. */
function readRubric(named: string | null): { readonly data: ThreadData } | { readonly problem: string } {
  if (named === null || profileById(named)) return { data: { rubric: named } };
  if (!existsSync(named)) {
    const ids = profiles.map(({ id, title }) => `  ${id}  ${title}`).join('\n');
    return { problem: `没有叫“${named}”的内置规则，也没有这个文件。内置规则：\n${ids}` };
  }
  let source: unknown;
  try {
    source = JSON.parse(readFileSync(named, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !isSystemError(error)) throw error;
    return { problem: `“${named}”不是能读的 JSON 文件。` };
  }
  const parsed = parseRubric(source);
  if (parsed.ok) return { data: { rubric: source } };
  const lines = parsed.problems.map((problem) => `  ${problem.path}：${words.rubricProblemText(problem)}`);
  return { problem: `“${named}”里的规则有 ${lines.length} 处问题：\n${lines.join('\n')}` };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Files below this number are done before a second thread would be awake. */
const worthThreads = 12;

function runnersFor(tasks: number, jobs: number | null, data: ThreadData): readonly Runner[] {
  const wanted = Math.min(jobs ?? availableParallelism(), Math.max(1, tasks));
  if (tasks < worthThreads && (jobs ?? 1) === 1) {
    const rubric = rubricOf(data);
    const review = async (task: FileTask): Promise<ReviewedFile> => {
      const answer = await reviewTask(task, rubric);
      if (answer.kind === 'reviewed') return answer.result;
      say(answer.details);
      return bugFile(task.path, answer.details);
    };
    return [{ review, stop: () => Promise.resolve() }];
  }
  return Array.from({ length: wanted }, () => threadRunner(__filename, data));
}

/** Where the journal lies: beside what is written, hidden; null where nothing is written that could be resumed. */
function journalPath({ html, out, xlsx }: ReviewArguments): string | null {
  if (out !== null && !namesWorkbook(out)) return join(out, '.复核进度.jsonl');
  const beside = html ?? xlsx;
  return beside === null ? null : join(dirname(beside), `.${beside.replace(/^.*[\\/]/u, '')}.复核进度.jsonl`);
}

/** A progress line on a terminal; silent elsewhere. */
function createProgress(total: number): { step(isFault: boolean): void; end(): void } {
  if (!process.stderr.isTTY) return { step: () => undefined, end: () => undefined };
  const started = Date.now();
  const state = { done: 0, faults: 0 };
  let shown = 0;
  return {
    step(isFault) {
      state.done += 1;
      if (isFault) state.faults += 1;
      const now = Date.now();
      if (now - shown < 100 && state.done < total) return;
      shown = now;
      process.stderr.write(`\r\u001b[K${progressLine({ ...state, total }, (now - started) / 1000)}`);
    },
    end: () => process.stderr.write('\r\u001b[K'),
  };
}

/** Puts results on standard output as they come: JSON, tables, or nothing where a report is written instead. */
function createPrinter({ html, json, xlsx }: ReviewArguments): {
  next(result: ReviewedFile): void;
  end(summary: ReturnType<typeof rollUp>): void;
} {
  let printed = 0;
  const print = (text: string): void => {
    process.stdout.write(text);
  };
  if (json) {
    const indented = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll('\n', '\n    ');
    return {
      next({ file }) {
        print(`${printed === 0 ? '{\n  "version": 1,\n  "files": [' : ','}\n    ${indented(file)}`);
        printed += 1;
      },
      end(summary) {
        const opening = printed === 0 ? '{\n  "version": 1,\n  "files": [' : '\n  ';
        print(`${opening}],\n  "summary": ${JSON.stringify(summary, null, 2).replaceAll('\n', '\n  ')}\n}\n`);
      },
    };
  }
  const isReported = html !== null || xlsx !== null;
  return {
    next({ file }) {
      if (isReported && file.fault === null) return;
      print(
        `${printed > 0 && !isReported ? '\n' : ''}${isReported ? onOneLine(file.fault?.message ?? '') : fileTable(file)}\n`,
      );
      printed += 1;
    },
    end({ totals: { counts, forms } }) {
      if (isReported || printed > 1)
        print(`\n共 ${forms} 张自评表：P0 致命 ${counts.P0}，P1 重要 ${counts.P1}，P2 优化 ${counts.P2}。\n`);
    },
  };
}

/** Reads the results of a batch back in order. */
function* resultsOf(tasks: readonly FileTask[], read: (path: string) => ReviewedFile): Generator<ReviewedFile> {
  for (const { path } of tasks) yield read(path);
}

async function writeReports({ html, xlsx }: ReviewArguments, published: Published): Promise<readonly string[]> {
  const refused: string[] = [];
  const write = (path: string, pieces: Iterable<string | Uint8Array>): void => {
    if (writeWhole(path, pieces)) say(`已写 ${path}`);
    else refused.push(path);
  };
  if (html !== null) write(html, pageOf(published));
  if (xlsx !== null) write(xlsx, [workbookOf(await loadExcelize(), published)]);
  return refused;
}

/** Opens the journal, making its folder; null where the operating system refuses. */
function journalAt(path: string, resume: boolean): Journal | null {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openJournal(path, resume);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

async function reviewAll(choice: ReviewArguments): Promise<ExitCode> {
  const { html, out, resume, rubric, xlsx } = choice;
  const read = readRubric(rubric);
  if ('problem' in read) return refuse(read.problem);
  const found = fileTasks(choice);
  if ('problem' in found) return refuse(found.problem);
  const { tasks } = found;

  const place = journalPath(choice);
  const journal = place === null ? null : journalAt(place, resume);
  if (place !== null && !journal) return refuse(`“${dirname(place)}”写不进去，请换一个文件夹。`);
  const settings = (task: FileTask): string => JSON.stringify([read.data.rubric, task.copy, task.withPapers]);
  const isDone = ({ copy, path }: FileTask, wanted: string): boolean =>
    resume && (journal?.has(stampOf(path, wanted)) ?? false) && (copy === null || existsSync(copy));

  const entries: RollUpEntry[] = [];
  const unread: Unread[] = [];
  const numbers = new Map<string, number>();
  const written = { done: 0, left: 0, copies: 0 };
  let code: 0 | 1 | 2 = 0;
  const printer = createPrinter(choice);
  const progress = createProgress(tasks.length);
  const take = (result: ReviewedFile): void => {
    const { file } = result;
    numbers.set(file.path, entries.length + 1);
    for (const [nth, { path, sheet }] of formsOf(result, entries.length + 1).entries()) {
      const form = result.forms[nth];
      if (form) entries.push(rollUpEntry({ path, sheet }, form.facts, form.problems));
    }
    unread.push(...unreadOf(result));
    code = withFile(code, file);
    if (result.written) {
      written.done += result.written.done;
      written.left += result.written.left;
      written.copies += 1;
    }
    printer.next(result);
  };

  let isStopped = false;
  let pressed = 0;
  const onInterrupt = (): void => {
    // A terminal and the programs between may hand on one key press more than once.
    if (isStopped && Date.now() - pressed > 1000) process.exit(130);
    if (!isStopped) pressed = Date.now();
    isStopped = true;
  };
  process.on('SIGINT', onInterrupt);

  const finishedBefore = new Set(tasks.filter((task) => isDone(task, settings(task))));
  const skipping = (runner: Runner): Runner => ({
    stop: () => runner.stop(),
    review: (task) =>
      finishedBefore.has(task) && journal ? Promise.resolve(journal.read(task.path)) : runner.review(task),
  });
  const left = tasks.length - finishedBefore.size;
  const handedOn = await runBatch({
    tasks,
    runners: runnersFor(left, choice.jobs, read.data).map(skipping),
    isStopped: () => isStopped,
    onFinished(task, result) {
      // A fault may be gone at the next run, so only what was reviewed counts as finished; the report reads all.
      if (!finishedBefore.has(task)) journal?.add(stampOf(task.path, result.file.fault ? '' : settings(task)), result);
      progress.step(result.file.fault !== null);
    },
    onNext: take,
  });
  progress.end();
  process.off('SIGINT', onInterrupt);

  const summary = rollUp(entries);
  printer.end(summary);
  if (handedOn < tasks.length) {
    journal?.close();
    const goOn = journal ? '用同样的命令加 --resume 继续。' : '';
    say(`已停止：完成 ${handedOn} / ${tasks.length} 个文件。${goOn}`);
    return 130;
  }
  if (written.copies > 0) say(`复核稿已存为 ${out ?? ''}：写入 ${written.done} 处，未写 ${written.left} 处。`);
  if (journal && (html !== null || xlsx !== null)) {
    const published: Published = {
      rollUp: summary,
      unread,
      files: tasks.length,
      time: new Date().toLocaleString('zh-CN', { hour12: false }),
      *forms() {
        for (const result of resultsOf(tasks, (path) => journal.read(path)))
          yield* formsOf(result, numbers.get(result.file.path) ?? 0);
      },
    };
    const refused = await writeReports(choice, published);
    if (refused.length > 0) {
      journal.close();
      say(
        `${refused.map((path) => `“${path}”`).join('、')}写不进去。请关闭正在使用它的程序，再用同样的命令加 --resume。`,
      );
      return 2;
    }
  }
  journal?.remove();
  return code;
}

function refuse(problem: string): ExitCode {
  say(problem);
  return 2;
}

async function main(): Promise<void> {
  const read = readArguments(process.argv.slice(2));
  if (!read.ok) {
    say(`${read.problem}\n\n${chineseHelp}`);
    process.exitCode = 2;
    return;
  }
  if (read.value.help) {
    process.stdout.write(`${help}\n`);
    return;
  }
  process.exitCode = await reviewAll(read.value);
}

/** A thread of a batch: answers each task in turn. */
function serve(port: NonNullable<typeof parentPort>, data: ThreadData): void {
  const rubric = rubricOf(data);
  port.on('message', (task: FileTask) => {
    void reviewTask(task, rubric).then((answer) => port.postMessage(answer));
  });
}

/** Whoever read the output has seen enough, as `head` does: stopped half-way, as by Ctrl-C, and no bug. */
function stopWhenUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(130);
}

if (isMainThread || !parentPort) {
  process.stdout.on('error', stopWhenUnread);
  void main();
} else serve(parentPort, workerData as ThreadData);
