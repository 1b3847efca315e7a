/** The simulated Excel: takes batches, answers them, counts them, lets faults strike, sends events. */
import type { ExcelOptions } from '../bridge/options';
import type { SimulatedWorkbook } from '../model/workbook';
import { utf8Length } from '../../port/utf8Length';
import { countsOf, type BatchCount, type Counts } from './counts';
import type { ExcelObject, Surroundings } from './excelObject';
import { BatchExecutor, Interrupted, type Roots } from './executor';
import { Faults, transportCodes, type BatchInfo, type Fault } from './faults';
import { HostError } from './hostError';
import {
  actionTypes,
  countsAsWrite,
  waitsForCellEdit,
  type BatchRequest,
  type BatchResponse,
  type EventEntry,
} from './protocol';
import { eventsOf } from './types/events';
import { UndoStack } from './undoStack';
import { StartNoticeObject, startNoticeName } from './types/startNotice';
import { WorkbookObject } from './types/workbook';
import { writingMembers } from './writingMembers';

/** What the transport hands back: a body, or a code instead of one. */
export type Answer = { readonly code: 0; readonly body: string } | { readonly code: number; readonly body: null };

/** Called before a batch runs, after the one before it was answered. */
export type BatchHook = (batch: BatchInfo, workbook: SimulatedWorkbook) => void;

/** The set that is reported when none is chosen: the highest that office.js from npm knows; up to 1.20 may be chosen. */
export const usualLevel = '1.15';

/** The most that a request or an answer may hold, in bytes (Excel on the web). */
const mostBytes = 5_000_000;

const minor = (set: string): number => Number(set.split('.')[1] ?? 0);
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class SimulatedHost implements Surroundings, Roots {
  readonly faults = new Faults();
  readonly root: ExcelObject;
  /** The ExcelApi set that is reported and answered. */
  readonly level: string;
  /** What Ctrl+Z would take back. */
  readonly undo: UndoStack;
  private readonly answerAfter: number;
  private readonly isRoomy: boolean;
  private readonly failing = new Map<string, string>();
  private readonly kept = new Map<string, ExcelObject>();
  private readonly referenceByObject = new WeakMap<ExcelObject, string>();
  private references = 0;
  private batches: BatchCount[] = [];
  private cleanUps: BatchCount[] = [];
  private number = 0;
  private hooks: readonly BatchHook[] = [];
  private readonly listened = new Set<string>();
  private waitingEvents: EventEntry[] = [];
  private send: ((entries: readonly EventEntry[]) => void) | null = null;
  private isRunning = false;
  private previousSheet: string;
  private readonly stopListening: () => void;
  private editing: { readonly left: Promise<void>; readonly leave: () => void } | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly workbook: SimulatedWorkbook,
    options: ExcelOptions = {},
  ) {
    this.level = options.level ?? usualLevel;
    this.answerAfter = options.answerAfter ?? 0;
    this.isRoomy = options.isRoomy ?? false;
    this.undo = new UndoStack(minor(this.level));
    this.root = new WorkbookObject(this);
    this.previousSheet = workbook.activeSheet.id;
    this.stopListening = workbook.onChange((change) => {
      this.undo.follow(change);
      const entries = eventsOf(
        change,
        this.previousSheet,
        (type, target) => this.listened.has(`${type} ${target}`),
        this.supports('1.14'),
      );
      this.previousSheet = workbook.activeSheet.id;
      this.waitingEvents.push(...entries);
      if (!this.isRunning) void Promise.resolve().then(() => this.sendEvents());
    });
  }

  /** From now on whatever asks anything of this sheet's cells fails with the code, as one damaged sheet does. */
  failAt(sheetId: string, code: string): void {
    this.failing.set(sheetId, code);
  }

  failureOf(sheetId: string): string | null {
    return this.failing.get(sheetId) ?? null;
  }

  /** What went over the wire since the start or the last reset. */
  counts(): Counts {
    return countsOf(this.batches, this.cleanUps);
  }

  resetCounts(): void {
    this.batches = [];
    this.cleanUps = [];
  }

  /** How many objects the page still keeps references to. */
  get keptReferences(): number {
    return this.kept.size;
  }

  /** Whether the page follows any event of the workbook. */
  get isListenedTo(): boolean {
    return this.listened.size > 0;
  }

  /** Calls the hook before every batch but clean-ups, until the returned function is called. */
  beforeEachBatch(hook: BatchHook): () => void {
    this.hooks = [...this.hooks, hook];
    return () => {
      this.hooks = this.hooks.filter((other) => other !== hook);
    };
  }

  /** The user starts typing in a cell: batches fail, or wait where the page asked for that, until it is left. */
  startCellEditing(): void {
    if (this.editing !== null) return;
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    this.editing = { left, leave };
  }

  /** The user presses Enter. */
  stopCellEditing(): void {
    this.editing?.leave();
    this.editing = null;
  }

  /** Where events go; one page at a time. */
  connectEvents(send: ((entries: readonly EventEntry[]) => void) | null): void {
    this.send = send;
  }

  /** Stops following the workbook. */
  dispose(): void {
    this.stopListening();
    this.send = null;
    this.kept.clear();
    this.listened.clear();
  }

  /** Sends the events that wait; after the answer to the batch that caused them. */
  sendEvents(): void {
    const entries = this.waitingEvents.splice(0);
    if (entries.length > 0) this.send?.(entries);
  }

  /** Answers one batch; batches run one after the other, in the order they came. */
  execute(body: string, flags: number): Promise<Answer> {
    if (this.editing !== null && (flags & waitsForCellEdit) !== 0) {
      return this.editing.left.then(() => this.execute(body, flags));
    }
    const turn = this.last.then(() => this.take(body, (flags & countsAsWrite) !== 0));
    this.last = turn.catch(() => undefined);
    return turn.then((answer) => answer ?? new Promise<Answer>(() => undefined));
  }

  /** Runs a batch when its turn has come; null: it is never answered. */
  private async take(body: string, isFlaggedAsWrite: boolean): Promise<Answer | null> {
    const request = JSON.parse(body) as BatchRequest;
    const names = namesIn(request);
    const isCleanUp = names.length > 0 && names.every((name) => name === '_RemoveReference');
    const writes = writesSomething(request, names);
    const count = ({ answer, outcome }: Ran): Answer => {
      const counted: BatchCount = {
        number: isCleanUp ? 0 : this.number,
        actions: request.Actions.length,
        writes,
        isFlaggedAsWrite,
        bytesIn: utf8Length(body),
        bytesOut: answer.body === null ? 0 : utf8Length(answer.body),
        outcome,
      };
      (isCleanUp ? this.cleanUps : this.batches).push(counted);
      return answer;
    };
    if (isCleanUp) return count(this.run(request, null));
    this.number += 1;
    const info: BatchInfo = { number: this.number, writes, isFlaggedAsWrite, actions: request.Actions.length, names };
    for (const hook of this.hooks) hook(info, this.workbook);
    if (this.editing !== null) return count(refusal('cell-editing'));
    if (!this.isRoomy && utf8Length(body) > mostBytes) return count(refusal('request-too-large'));
    const fault = this.faults.strike(info);
    const slow = typeof fault?.what === 'object' && 'slow' in fault.what ? fault.what.slow : this.answerAfter;
    if (slow > 0) await pause(slow);
    // A workbook that is open for reading refuses whatever the client flags as a write, before anything of it runs.
    if (isFlaggedAsWrite && this.workbook.isReadOnly) return count(deniedAsWrite());
    const ran = this.withinBounds(this.run(request, fault));
    if (isFlaggedAsWrite) this.undo.batchRan(writes);
    if (fault?.what !== 'never-answers') return count(ran);
    count({ answer: { code: 0, body: null }, outcome: 'never-answers' });
    return null;
  }

  /** An answer that is too large is refused, although everything ran. */
  private withinBounds(ran: Ran): Ran {
    const { body } = ran.answer;
    return this.isRoomy || body === null || utf8Length(body) <= mostBytes ? ran : refusal('response-too-large');
  }

  private run(request: BatchRequest, fault: Fault | null): Ran {
    const executor = new BatchExecutor(request, this, this);
    const what = fault === null || (typeof fault.what === 'object' && 'slow' in fault.what) ? null : fault.what;
    const after = what === null || what === 'response-too-large' ? Infinity : (fault?.afterActions ?? 0);
    this.isRunning = true;
    try {
      const response = executor.run((index) => {
        if (index < after) return;
        throw what !== null && typeof what === 'object' ? struckBy(what) : new Interrupted();
      });
      if (typeof what === 'string' && what !== 'never-answers') return refusal(what);
      const answered = what !== null && typeof what === 'object' ? endingWith(response, what, request) : response;
      return { answer: { code: 0, body: JSON.stringify(answered) }, outcome: answered.Error?.Code ?? 'ok' };
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      return refusal(typeof what === 'string' && what !== 'never-answers' ? what : 'session-lost');
    } finally {
      this.workbook.recalculate();
      this.isRunning = false;
    }
  }

  supports(set: string): boolean {
    return minor(set) <= minor(this.level);
  }

  make(typeName: string): ExcelObject | null {
    return typeName === startNoticeName ? new StartNoticeObject(this) : null;
  }

  byReference(reference: string): ExcelObject | null {
    return this.kept.get(reference) ?? null;
  }

  keep(object: ExcelObject): string {
    const known = this.referenceOf(object);
    if (known !== null) return known;
    this.references += 1;
    const reference = `r${this.references}`;
    this.kept.set(reference, object);
    this.referenceByObject.set(object, reference);
    return reference;
  }

  referenceOf(object: ExcelObject): string | null {
    const reference = this.referenceByObject.get(object);
    return reference !== undefined && this.kept.has(reference) ? reference : null;
  }

  release(reference: string): void {
    this.kept.delete(reference);
  }

  releaseAll(): void {
    this.kept.clear();
  }

  listen(type: number, target: string, isOn: boolean): void {
    if (isOn) this.listened.add(`${type} ${target}`);
    else this.listened.delete(`${type} ${target}`);
  }
}

/** An answer with what the counts say of it. */
interface Ran {
  readonly answer: Answer;
  readonly outcome: string;
}

/** The transport's refusal. */
function refusal(what: keyof typeof transportCodes): Ran {
  const code = transportCodes[what];
  return { answer: { code, body: null }, outcome: String(code) };
}

/** The answer to a write in a workbook that is open for reading. */
function deniedAsWrite(): Ran {
  const { code, location, message, status } = new HostError('AccessDenied', 'Workbook');
  const error = { Code: code, Message: message, Location: location, HttpStatusCode: status, ActionIndex: 0 };
  return { answer: { code: 0, body: JSON.stringify({ Results: [], TraceIds: [], Error: error }) }, outcome: code };
}

const struckBy = ({ code }: { readonly code: string }): HostError => new HostError(code, 'Simulated');

/** An error that strikes after more actions than the batch has strikes at its end. */
function endingWith(response: BatchResponse, what: { readonly code: string }, request: BatchRequest): BatchResponse {
  if (response.Error !== undefined) return response;
  const { code, message, location, status } = struckBy(what);
  const index = request.Actions.length - 1;
  return {
    ...response,
    Error: { Code: code, Message: message, Location: location, HttpStatusCode: status, ActionIndex: index },
  };
}

/** Members that a batch names, in no order. */
function namesIn({ Actions: actions, ObjectPaths: paths }: BatchRequest): readonly string[] {
  return [...actions, ...Object.values(paths)].map(({ Name: name }) => name).filter((name) => name !== '');
}

function writesSomething({ Actions: actions }: BatchRequest, names: readonly string[]): boolean {
  return (
    actions.some(({ ActionType: type }) => type === actionTypes.setProperty) ||
    names.some((name) => writingMembers.has(name))
  );
}
